// Streams of the stand-in driver. Work waits until somebody waits for it, so that a program that
// relies on a copy or a kernel being over too early goes wrong here every time.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <set>

#include "gpus.h"

namespace queue {

struct Stream {
  gpus::Gpu* gpu;
  std::deque<std::function<int()>> work;
};

struct Event {
  gpus::Gpu* gpu;
  Stream* stream = nullptr;
  uint64_t asked = 0;
  uint64_t happened = 0;
  double seconds = 0;
};

inline std::set<Stream*> streams;
inline std::set<Event*> events;

// Seconds by the clock of all GPUs.
inline double clockAhead = 0;

inline double clock() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count() + clockAhead;
}

inline void step(Stream* stream) {
  auto work = std::move(stream->work.front());
  stream->work.pop_front();
  if (stream->gpu->fault == 0) {
    stream->gpu->fault = work();
  }
}

inline int drain(Stream* stream) {
  while (!stream->work.empty()) {
    step(stream);
  }
  return stream->gpu->fault;
}

// Works until the last record of the event that was asked for before has happened.
inline int drainTo(Event* event, uint64_t record) {
  while (event->gpu->fault == 0 && event->happened < record && event->stream != nullptr &&
         !event->stream->work.empty()) {
    step(event->stream);
  }
  return event->gpu->fault;
}

inline void record(Stream* stream, Event* event) {
  const uint64_t number = ++event->asked;
  event->stream = stream;
  stream->work.push_back([event, number] {
    event->happened = number;
    event->seconds = clock();
    return 0;
  });
}

inline void await(Stream* stream, Event* event) {
  const uint64_t record = event->asked;
  stream->work.push_back([event, record] { return drainTo(event, record); });
}

}  // namespace queue
