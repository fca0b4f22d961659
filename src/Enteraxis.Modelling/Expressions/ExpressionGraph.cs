using System.Runtime.InteropServices;

namespace Enteraxis.Modelling.Expressions;

/// <summary>A graph of hash-consed expression nodes over time, states and parameters: equal expressions share one handle.</summary>
/// <remarks>
/// <see cref="Make"/> folds constants and applies exact simplifications (x·1, x+0, −−x, …). Arguments of commutative operators
/// are ordered by handle, so that the graph depends only on what was built, in what order. Not thread-safe while being built.
/// </remarks>
public sealed class ExpressionGraph
{
    private readonly record struct Node(Operator Op, int A, int B, int C, long Payload);

    private readonly List<Node> _nodes = [];
    private readonly Dictionary<Node, int> _index = [];

    public ExpressionGraph()
    {
        Time = Intern(new Node(Operator.Time, -1, -1, -1, 0));
        Zero = Constant(0);
        One = Constant(1);
    }

    public Expr Time { get; }
    public Expr Zero { get; }
    public Expr One { get; }
    public int Count => _nodes.Count;

    public Expr Constant(double value) => Intern(new Node(Operator.Constant, -1, -1, -1, BitConverter.DoubleToInt64Bits(value)));

    /// <summary>State i of the vector y.</summary>
    public Expr State(int index) => Intern(new Node(Operator.State, -1, -1, -1, index));

    /// <summary>Parameter j of the vector p.</summary>
    public Expr Parameter(int index) => Intern(new Node(Operator.Parameter, -1, -1, -1, index));

    /// <summary>A random draw; each has its own index, so two draws of one law are two numbers.</summary>
    public Expr Draw(Operator kind, int drawIndex, params ReadOnlySpan<Expr> arguments)
    {
        if (!IsDraw(kind)) throw new ArgumentException($"{kind} is no draw.", nameof(kind));
        return Intern(new Node(kind, IdAt(arguments, 0), IdAt(arguments, 1), IdAt(arguments, 2), drawIndex));
    }

    /// <summary>The node op(arguments), simplified. Throws <see cref="ArgumentException"/> for a wrong number of arguments.</summary>
    public Expr Make(Operator op, params ReadOnlySpan<Expr> arguments)
    {
        int arity = OperatorFacts.Arity(op);
        if (arity != arguments.Length || arity == 0)
            throw new ArgumentException($"{op} takes {arity} arguments, not {arguments.Length}.", nameof(arguments));
        Expr a = arguments[0], b = arity > 1 ? arguments[1] : Expr.None, c = arity > 2 ? arguments[2] : Expr.None;
        Expr simple = Simplification.Apply(this, op, a, b, c);
        if (!simple.IsNone) return simple;
        if (OperatorFacts.IsCommutative(op) && a.Id > b.Id) (a, b) = (b, a);
        return Intern(new Node(op, a.Id, b.Id, c.Id, 0));
    }

    public Expr Add(Expr a, Expr b) => Make(Operator.Add, a, b);
    public Expr Subtract(Expr a, Expr b) => Make(Operator.Subtract, a, b);
    public Expr Multiply(Expr a, Expr b) => Make(Operator.Multiply, a, b);
    public Expr Divide(Expr a, Expr b) => Make(Operator.Divide, a, b);
    public Expr Power(Expr a, Expr b) => Make(Operator.Power, a, b);
    public Expr Negate(Expr a) => Make(Operator.Negate, a);
    public Expr If(Expr condition, Expr then, Expr otherwise) => Make(Operator.If, condition, then, otherwise);

    public Operator OperatorOf(Expr e) => _nodes[e.Id].Op;

    /// <summary>Zero to three arguments in order.</summary>
    public Expr[] Arguments(Expr e)
    {
        Node n = _nodes[e.Id];
        return n.A < 0 ? [] : n.B < 0 ? [new Expr(n.A)] : n.C < 0 ? [new Expr(n.A), new Expr(n.B)] : [new Expr(n.A), new Expr(n.B), new Expr(n.C)];
    }

    public int ArgumentCount(Expr e)
    {
        Node n = _nodes[e.Id];
        return n.A < 0 ? 0 : n.B < 0 ? 1 : n.C < 0 ? 2 : 3;
    }

    public Expr Argument(Expr e, int i)
    {
        Node n = _nodes[e.Id];
        return new Expr(i switch { 0 => n.A, 1 => n.B, _ => n.C });
    }

    /// <summary>The value of a constant node; NaN for any other node.</summary>
    public double ConstantValue(Expr e) => _nodes[e.Id].Op == Operator.Constant ? BitConverter.Int64BitsToDouble(_nodes[e.Id].Payload) : double.NaN;

    public bool IsConstant(Expr e) => _nodes[e.Id].Op == Operator.Constant;

    public bool IsConstant(Expr e, double value) => IsConstant(e) && ConstantValue(e) == value;

    /// <summary>Index of a state, a parameter or a draw.</summary>
    public int Slot(Expr e) => (int)_nodes[e.Id].Payload;

    public static bool IsDraw(Operator op) => op >= Operator.DrawUniform;

    private static int IdAt(ReadOnlySpan<Expr> list, int i) => i < list.Length ? list[i].Id : -1;

    private Expr Intern(Node node)
    {
        ref int slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_index, node, out bool exists);
        if (!exists)
        {
            slot = _nodes.Count;
            _nodes.Add(node);
        }
        return new Expr(slot);
    }
}
