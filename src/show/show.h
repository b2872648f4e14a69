// `show`: the commands. (Being built.)
#pragma once
