// `ledger`: the append-only record. (Being built.)
#pragma once
