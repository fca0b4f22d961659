using System.Globalization;
using System.Text;
using Enteraxis.Microbiome.Import;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Phylogeny;

/// <summary>Reads one tree in Newick form: quoted labels, labels of inner nodes, nodes with any number of branches, comments; also gzipped.</summary>
/// <remarks>
/// Labels stay as written: underscores are part of many feature ids, so they do not become spaces as the old rule has it.
/// Never recursive: a chain of a hundred thousand brackets takes no stack.
/// </remarks>
public sealed class NewickReader
{
    private enum Said { Nothing, Children, Name, Length }

    private readonly NewickScanner _scan;
    private readonly string _source;
    private readonly TreeLimits _limits;
    private readonly List<int> _parent = [];
    private readonly List<double> _length = [];
    private readonly List<string?> _name = [];
    private int _depth, _negative;

    private NewickReader(TextReader text, string source, TreeLimits limits) => (_scan, _source, _limits) = (new NewickScanner(text, source, limits), source, limits);

    /// <exception cref="InputException">Any fault of the file, in one sentence with its place.</exception>
    public static PhylogeneticTree Read(string path, InputLimits? files = null, TreeLimits? limits = null)
    {
        InputFile file = InputFile.Open(path, files ?? new InputLimits());
        return file.Guard(() =>
        {
            using StreamReader text = new(file.OpenStream(), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return Read(text, file.Name, limits);
        });
    }

    /// <param name="text">Newick text.</param>
    /// <param name="source">What sentences call it.</param>
    /// <param name="limits">What the tree may ask of the machine.</param>
    /// <exception cref="InputException">Any fault of the text, in one sentence with its place.</exception>
    public static PhylogeneticTree Read(TextReader text, string source, TreeLimits? limits = null) => new NewickReader(text, source, limits ?? new TreeLimits()).Tree();

    private PhylogeneticTree Tree()
    {
        if (_scan.Peek() < 0) throw new InputException($"{_source} holds no tree; expected one in Newick form.");
        int node = Add(-1);
        Said said = Said.Nothing;
        while (true)
        {
            switch (_scan.Peek())
            {
                case '(' when said == Said.Nothing:
                    _scan.Take();
                    if (++_depth > _limits.Depth) throw _scan.Fault(string.Create(CultureInfo.InvariantCulture, $"more than {_limits.Depth} brackets stand within each other"));
                    node = Add(node);
                    break;
                case ',' when _parent[node] >= 0:
                    _scan.Take();
                    (node, said) = (Add(_parent[node]), Said.Nothing);
                    break;
                case ')' when _parent[node] >= 0:
                    _scan.Take();
                    _depth--;
                    (node, said) = (_parent[node], Said.Children);
                    break;
                case ':' when said != Said.Length:
                    _scan.Take();
                    _length[node] = Clipped(_scan.Length());
                    said = Said.Length;
                    break;
                case ';' when _parent[node] < 0:
                    _scan.Take();
                    if (_scan.Peek() >= 0) throw _scan.Fault("more text follows the end of the tree");
                    return Finished();
                case ';' or -1 when _parent[node] >= 0:
                    throw _scan.Fault(string.Create(CultureInfo.InvariantCulture, $"{_depth} brackets are not closed; the file may be cut short"));
                case -1:
                    throw _scan.Fault("the semicolon at the tree's end is missing; the file may be cut short");
                case ',' or ')' or '(' or ':' or ']':
                    throw _scan.Fault($"'{(char)_scan.Peek()}' was not expected here");
                default:
                    if (said is Said.Name or Said.Length) throw _scan.Fault("a second word follows a label or a length; put labels with spaces in quotes");
                    _name[node] = _scan.Label();
                    said = Said.Name;
                    break;
            }
        }
    }

    private int Add(int parent)
    {
        if (_parent.Count >= _limits.Nodes) throw _scan.Fault(string.Create(CultureInfo.InvariantCulture, $"the tree has more than {_limits.Nodes} nodes"));
        _parent.Add(parent);
        _length.Add(double.NaN);
        _name.Add(null);
        return _parent.Count - 1;
    }

    // Neighbour joining may give slightly negative lengths; no index of diversity can use them.
    private double Clipped(double length)
    {
        if (length >= 0) return length;
        _negative++;
        return 0;
    }

    private PhylogeneticTree Finished()
    {
        List<string> notes = [];
        int branches = _parent.Count - 1, without = _length.Skip(1).Count(double.IsNaN);
        if (without > _limits.MissingLengthShare * branches)
            throw new InputException(string.Create(CultureInfo.InvariantCulture,
                $"{_source}: {without} of {branches} branches have no length, so no phylogenetic measure can be had; give a tree with branch lengths."));
        if (without > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{without} of {branches} branches of {_source} have no length; they count as 0."));
        if (_negative > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{_negative} of {branches} branches of {_source} have a negative length; they count as 0."));
        if (_parent.Count(p => p == 0) > 2) notes.Add($"The root of {_source} has more than two branches, as unrooted trees are written; it was taken as rooted there, which phylogenetic measures depend on.");
        for (int v = 0; v < _length.Count; v++)
            if (double.IsNaN(_length[v])) _length[v] = 0;
        return new PhylogeneticTree(_source, [.. _parent], [.. _length], [.. _name], notes);
    }
}
