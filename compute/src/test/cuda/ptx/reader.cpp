// Reads the text of PTX modules, as far as nvcc uses the language for our kernels.

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "program.h"

namespace ptx {

namespace {

std::string trimmed(const std::string& text) {
    auto space = [](unsigned char c) { return std::isspace(c) != 0; };
    auto first = std::find_if_not(text.begin(), text.end(), space);
    auto last = std::find_if_not(text.rbegin(), text.rend(), space).base();
    return first < last ? std::string(first, last) : "";
}

bool begins(const std::string& text, const std::string& with) { return text.rfind(with, 0) == 0; }

// Takes the text up to one of some characters, which is taken too.
std::string upTo(const std::string& text, std::size_t& at, const char* ends) {
    std::size_t end = std::min(text.find_first_of(ends, at), text.size());
    std::string part = text.substr(at, end - at);
    at = end + 1;
    return part;
}

// The parts between commas that no bracket encloses.
std::vector<std::string> parts(const std::string& list) {
    std::vector<std::string> result;
    std::string part;
    int depth = 0;
    for (char c : list) {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        if (c == ',' && depth == 0) {
            result.push_back(trimmed(part));
            part.clear();
        } else {
            part += c;
        }
    }
    if (!trimmed(part).empty()) {
        result.push_back(trimmed(part));
    }
    return result;
}

// One variable in shared memory: ".shared .align 4 .b8 name[28];", or one without a size, which is
// what a launch asks for.
struct Shared {
    std::map<std::string, std::size_t> offsets;
    std::vector<std::string> unsized;
    std::size_t bytes = 0;

    void declare(const std::string& statement) {
        std::istringstream words(statement);
        std::string word, name;
        std::size_t alignment = 1, element = 1;
        while (words >> word) {
            if (word == ".align") {
                words >> alignment;
            } else if (begins(word, ".b") || begins(word, ".f") || begins(word, ".u")) {
                element = std::stoul(word.substr(2)) / 8;
            }
            name = word;
        }
        std::size_t bracket = name.find('[');
        std::size_t count = bracket == name.npos ? 1 : std::strtoul(&name[bracket + 1], nullptr, 10);
        name = name.substr(0, bracket);
        bytes = (bytes + alignment - 1) / alignment * alignment;
        offsets[name] = bytes;
        bytes += count * element;
        if (count == 0) {
            unsized.push_back(name);
        }
    }

    // Behind all others, aligned as vectors of four floats are.
    void placeUnsized() {
        bytes = (bytes + 15) / 16 * 16;
        for (const std::string& name : unsized) {
            offsets[name] = bytes;
        }
    }
};

class Reader {
public:
    Reader(Function& function, const Shared& shared) : function(function), shared(shared) {}

    void parameters(const std::string& list) {
        for (const std::string& part : parts(list)) {
            std::size_t bytes = part.find("64") < part.find(' ', part.find(" .") + 1) ? 8 : 4;
            std::size_t& size = function.parameterBytes;
            size = (size + bytes - 1) / bytes * bytes;
            addresses[part.substr(part.find_last_of(" \t") + 1)] = size;
            function.parameterOffsets.push_back(size);
            function.parameterSizes.push_back(bytes);
            size += bytes;
        }
    }

    // Statements up to the brace that ends the body, from behind the one that begins it.
    void body(const std::string& text, std::size_t at) {
        int depth = 1;
        std::string statement;
        while (depth > 0) {
            char c = text.at(at++);
            bool fresh = trimmed(statement).empty();
            if (c == '{' && fresh) {
                depth++;
            } else if (c == '}' && fresh) {
                depth--;
            } else if (c == ':' && trimmed(statement)[0] == '$') {
                labels[trimmed(statement)] = static_cast<int>(function.code.size());
                statement.clear();
            } else if (c == ';') {
                instruction(trimmed(statement));
                statement.clear();
            } else {
                statement += c;
            }
        }
        for (auto [number, label] : branches) {
            function.code[number].target = labels.at(label);
        }
    }

private:
    void instruction(const std::string& text) {
        if (text.empty() || text[0] == '.') {
            return;
        }
        Instruction read;
        read.text = text;
        std::size_t at = 0;
        if (text[0] == '@') {
            std::string guard = upTo(text, at, " \t").substr(1);
            read.negated = guard[0] == '!';
            read.guard = registerOf(guard.substr(read.negated ? 1 : 0));
            at = text.find_first_not_of(" \t", at);
        }
        std::string name = upTo(text, at, " \t");
        std::vector<std::string> list = at < text.size() ? parts(text.substr(at)) : parts("");
        if (name == "ret" || name == "exit") {
            read.kind = Instruction::Kind::RETURN;
        } else if (name == "bra" || name == "bra.uni") {
            read.kind = Instruction::Kind::BRANCH;
            branches.emplace_back(function.code.size(), list.at(0));
        } else {
            for (const std::string& part : list) {
                read.operands.push_back(operand(part));
            }
            read.operation = operationOf(name);
            if (read.operation == nullptr) {
                throw std::runtime_error("unknown instruction: " + text);
            }
            if (name.find(".sync") != name.npos) {
                read.kind = Instruction::Kind::MEETING;
                if (read.guard >= 0) {
                    throw std::runtime_error("a meeting of some lanes only: " + text);
                }
            }
        }
        function.code.push_back(read);
    }

    Operand operand(const std::string& text) {
        if (text[0] == '[') {
            std::size_t plus = text.find_first_of("+]");
            std::string base = trimmed(text.substr(1, plus - 1));
            std::int64_t offset = text[plus] == '+' ? std::stoll(text.substr(plus + 1)) : 0;
            if (addresses.count(base) != 0) {
                return {constant(addresses.at(base)), -1, offset};
            }
            return {valueOf(base), -1, offset};
        }
        std::size_t bar = text.find_first_of("|,");
        if (bar != text.npos) {
            bool vector = text[0] == '{';
            std::string second = text.substr(bar + 1, text.size() - bar - (vector ? 2 : 1));
            return {
                valueOf(trimmed(text.substr(vector, bar - vector))), valueOf(trimmed(second)), 0};
        }
        return {valueOf(text), -1, 0};
    }

    // The register of an operand that is a register, a constant, or a variable's address.
    int valueOf(const std::string& text) {
        if (text[0] == '%') {
            return registerOf(text);
        }
        if (shared.offsets.count(text) != 0) {
            return constant(shared.offsets.at(text));
        }
        if (begins(text, "0f") || begins(text, "0d")) {
            return constant(std::stoull(text.substr(2), nullptr, 16));
        }
        std::size_t used = 0;
        std::uint64_t value = text[0] == '-' ? static_cast<std::uint64_t>(std::stoll(text, &used))
                                             : std::stoull(text, &used, 0);
        if (used != text.size() && text.substr(used) != "U") {
            throw std::runtime_error("unknown operand: " + text);
        }
        return constant(value);
    }

    int registerOf(const std::string& name) {
        auto [found, fresh] = registers.emplace(name, function.registers);
        if (fresh) {
            function.registers++;
            static const std::map<std::string, Special> specials = {
                {"%tid.x", Special::THREAD},
                {"%ctaid.x", Special::BLOCK},
                {"%ntid.x", Special::BLOCK_SIZE},
                {"%nctaid.x", Special::GRID_SIZE}};
            if (specials.count(name) != 0) {
                function.specials.emplace_back(found->second, specials.at(name));
            } else if (name.find('.') != name.npos) {
                throw std::runtime_error("unknown register: " + name);
            }
        }
        return found->second;
    }

    int constant(std::uint64_t value) {
        auto [found, fresh] = constants.emplace(value, function.registers);
        if (fresh) {
            function.constants.emplace_back(function.registers++, value);
        }
        return found->second;
    }

    Function& function;
    const Shared& shared;
    std::map<std::string, std::size_t> addresses;
    std::map<std::string, int> registers;
    std::map<std::uint64_t, int> constants;
    std::map<std::string, int> labels;
    std::vector<std::pair<std::size_t, std::string>> branches;
};

std::string withoutComments(std::istream& in) {
    std::string text;
    for (std::string line; std::getline(in, line);) {
        text += line.substr(0, line.find("//")) + '\n';
    }
    return text;
}

Shared sharedOf(const std::string& text) {
    Shared shared;
    std::istringstream statements(text);
    for (std::string statement; std::getline(statements, statement, ';');) {
        std::size_t at = statement.find(".shared .");
        if (at != statement.npos && statement.find('{', at) == statement.npos) {
            shared.declare(statement.substr(at));
        }
    }
    shared.placeUnsized();
    return shared;
}

}  // namespace

std::vector<Function> read(const std::string& file) {
    std::ifstream in(file);
    std::string text = withoutComments(in);
    Shared shared = sharedOf(text);
    std::vector<Function> functions;
    const std::string entry = ".entry ";
    for (auto at = text.find(entry); at != text.npos; at = text.find(entry, at)) {
        at += entry.size();
        Function& function = functions.emplace_back();
        function.file = file;
        function.sharedBytes = shared.bytes;
        function.name = trimmed(upTo(text, at, "("));
        Reader reader(function, shared);
        try {
            reader.parameters(upTo(text, at, ")"));
            std::istringstream directives(upTo(text, at, "{"));
            for (std::string word; directives >> word;) {
                if (word == ".maxntid") {
                    directives >> function.mostThreads;
                }
            }
            reader.body(text, at);
        } catch (const std::exception& e) {
            throw std::runtime_error(file + ": " + function.name + ": " + e.what());
        }
    }
    return functions;
}

}  // namespace ptx
