// Which relations tell one turn: what one utterance does to another, however many articles report it. Pure.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "ledger/utterance_index.h"
#include "ledger/views.h"

namespace onrecord::ledger {

// A relation as rows know it, before its articles are read.
struct TurnRow {
  TurnKind kind = TurnKind::inside;
  std::int64_t number = 0;  // in relation or in across_relation
  RelationType type = RelationType::responds;
  std::int64_t from = 0;
  std::int64_t to = 0;  // 0 where the text only mentions it
  float confidence = 0.0f;
};

// The same with its id, the utterances that it ties, and the words of a mention ("the comments").
struct NamedTurn {
  TurnRow row;
  std::string id;
  std::shared_ptr<const UtteranceMembers> from, to;  // `to` is null where the text only mentions it
  std::string mention;                               // in lower case; empty where `to` is known
};

struct UnitedTurn {
  const NamedTurn* turn = nullptr;   // the one that speaks for all; of those that were given
  std::vector<std::int64_t> acting;  // the statements that act in all the turns it stands for
};

// One turn for each pair of utterances (or utterance and mention): of the most specific type, told inside an article
// before worked out across, the surest, the smallest id. What ties an utterance to itself goes. Sorted by the ids of
// the utterances, then by the mention.
std::vector<UnitedTurn> unite(const std::vector<const NamedTurn*>& turns);

}  // namespace onrecord::ledger
