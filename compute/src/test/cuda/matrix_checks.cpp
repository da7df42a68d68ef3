// The kernels for whole matrices, with fewer threads than values and with more.

#include <limits>

#include "checks.h"
#include "plain_random.h"

namespace {

using checks::DeviceArray;

struct Summary {
    float greatestSquaredNorm;
    int unused;
    unsigned long long notFinite;
};

constexpr int ROWS = 37;
constexpr int STRIDE = 192;

constexpr float BEFORE = 7;

DeviceArray<float> filledMatrix() {
    return DeviceArray<float>(std::vector<float>(ROWS * STRIDE, BEFORE));
}

// Expects values that are a function of row and column, to the bit.
template <class Expected>
void compare(const DeviceArray<float>& matrix, Expected expected) {
    for (int row = 0; row < ROWS; row++) {
        for (int column = 0; column < STRIDE; column++) {
            float found = matrix[row * STRIDE + column];
            float wanted = expected(row, column);
            std::string where = std::to_string(row) + ", " + std::to_string(column);
            checks::expectError(std::abs(found - wanted), 1e-30, "value at " + where);
        }
    }
}

void checkDraws(unsigned grid, const emulation::Options& options) {
    constexpr int COLUMNS = 150;
    DeviceArray<float> matrix = filledMatrix();
    std::uint64_t key = plain::key(11, -1);
    checks::launch(
        "random_rows", {grid, 256, 0}, options, matrix.data(), static_cast<long long>(ROWS),
        COLUMNS, STRIDE, 33.0f, static_cast<unsigned long long>(key));
    compare(matrix, [&](int row, int column) {
        auto bits = plain::draw(key, static_cast<long long>(row) * COLUMNS + column, 0);
        float drawn = (static_cast<float>(bits >> 40) * 0x1p-24f - 0.5f) / 33.0f;
        return column < COLUMNS ? drawn : BEFORE;
    });
}

void checkFilling(unsigned grid, const emulation::Options& options) {
    constexpr int FIRST = 35;
    DeviceArray<float> matrix = filledMatrix();
    checks::launch(
        "fill_columns", {grid, 256, 0}, options, matrix.data(), static_cast<long long>(ROWS),
        FIRST, STRIDE - FIRST - 1, STRIDE, 0.25f);
    compare(matrix, [](int, int column) {
        return column >= FIRST && column < STRIDE - 1 ? 0.25f : BEFORE;
    });
}

void checkInspection(unsigned grid, const emulation::Options& options) {
    constexpr int COLUMNS = 150;
    checks::Draws draws{3};
    DeviceArray<float> matrix(ROWS * STRIDE);
    double greatest = 0;
    for (int row = 0; row < ROWS; row++) {
        double sum = 0;
        for (int column = 0; column < STRIDE; column++) {
            // What lies behind the columns does not count.
            float value = column < COLUMNS ? draws.uniform() : 1e9f;
            matrix[row * STRIDE + column] = value;
            sum += column < COLUMNS ? static_cast<double>(value) * value : 0;
        }
        greatest = std::max(greatest, row == 3 ? 0 : sum);
    }
    matrix[3 * STRIDE + 1] = std::numeric_limits<float>::quiet_NaN();
    matrix[3 * STRIDE + 49] = std::numeric_limits<float>::infinity();
    matrix[3 * STRIDE + 2] = -std::numeric_limits<float>::infinity();
    DeviceArray<Summary> summary(1);
    checks::launch(
        "inspect_rows", {grid, 256, 0}, options, matrix.data(), static_cast<long long>(ROWS),
        COLUMNS, STRIDE, summary.data());
    checks::expectError(
        std::abs(summary[0].greatestSquaredNorm / greatest - 1), 1e-5, "the greatest norm");
    checks::expect(summary[0].notFinite == 3, "values that are not finite");
}

template <class Check>
void checkEverywhere(Check check) {
    for (const auto& schedule : checks::schedules()) {
        for (unsigned grid : {1u, 2u, 20u}) {
            check(grid, schedule.options);
        }
    }
}

}  // namespace

int main(int count, char** arguments) {
    checks::Report report(count, arguments);
    report.kernel("random_rows", [] { checkEverywhere(checkDraws); });
    report.kernel("fill_columns", [] { checkEverywhere(checkFilling); });
    report.kernel("inspect_rows", [] { checkEverywhere(checkInspection); });
    return report.status();
}
