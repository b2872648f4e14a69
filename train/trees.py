"""LightGBM's trees as the tables of src/trees/trees.h."""


def flatten(model):
    """(nodes, roots): nodes are (feature, value, low, high) with children counted from their tree's root; leaves have feature -1."""
    nodes, roots = [], []

    def walk(node, root):
        place = len(nodes)
        nodes.append(None)
        if "leaf_value" in node:
            nodes[place] = (-1, node["leaf_value"], 0, 0)
        else:
            low, high = walk(node["left_child"], root), walk(node["right_child"], root)
            nodes[place] = (node["split_feature"], node["threshold"], low - root, high - root)
        return place

    for tree in model.dump_model()["tree_info"]:
        roots.append(len(nodes))
        walk(tree["tree_structure"], len(nodes))
    return nodes, roots


def number(value):
    text = f"{value:.6g}"
    return text + ("f" if "." in text or "e" in text else ".0f")


def wrap(cells, per_line):
    cells = list(cells)
    return ",\n".join(", ".join(cells[i:i + per_line]) for i in range(0, len(cells), per_line))


def tables(model, nodes_name, roots_name):
    """The definitions of a model's nodes and roots."""
    nodes, roots = flatten(model)
    cells = (f"{{{feature}, {number(value)}, {low}, {high}}}" for feature, value, low, high in nodes)
    return (f"constexpr TreeNode {nodes_name}[] = {{\n{wrap(cells, 5)}}};\n"
            f"constexpr std::uint32_t {roots_name}[] = {{\n{wrap(map(str, roots), 24)}}};\n")
