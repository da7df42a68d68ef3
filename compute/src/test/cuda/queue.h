// Streams of the stand-in driver. Work waits until somebody waits for it, so that a program that
// relies on a copy or a kernel being over too early goes wrong here every time.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <set>

namespace queue {

// A CUresult: what the first piece of work that failed has answered, for ever after.
inline int fault = 0;

struct Stream {
  std::deque<std::function<int()>> work;
};

struct Event {
  Stream* stream = nullptr;
  uint64_t asked = 0;
  uint64_t happened = 0;
  std::chrono::steady_clock::time_point time;
};

inline std::set<Stream*> streams;
inline std::set<Event*> events;

inline void step(Stream* stream) {
  auto work = std::move(stream->work.front());
  stream->work.pop_front();
  if (fault == 0) {
    fault = work();
  }
}

inline int drain(Stream* stream) {
  while (!stream->work.empty()) {
    step(stream);
  }
  return fault;
}

// Works until the last record of the event that was asked for before has happened.
inline int drainTo(Event* event, uint64_t record) {
  while (fault == 0 && event->happened < record && event->stream != nullptr &&
         !event->stream->work.empty()) {
    step(event->stream);
  }
  return fault;
}

inline void record(Stream* stream, Event* event) {
  const uint64_t number = ++event->asked;
  event->stream = stream;
  stream->work.push_back([event, number] {
    event->happened = number;
    event->time = std::chrono::steady_clock::now();
    return 0;
  });
}

inline void await(Stream* stream, Event* event) {
  const uint64_t record = event->asked;
  stream->work.push_back([event, record] { return drainTo(event, record); });
}

}  // namespace queue
