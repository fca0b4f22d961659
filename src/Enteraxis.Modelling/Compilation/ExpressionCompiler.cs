using System.Runtime.CompilerServices;
using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Compilation;

/// <summary>Turns expressions into machine code through DynamicMethod; each shared subexpression is computed once.</summary>
/// <remarks>
/// Values used more than once live in a scratch buffer on the caller's stack, so the code is split freely into methods that stay
/// below the size past which the just-in-time compiler stops optimising. The same operations in the same order as
/// <see cref="Interpreter"/>: both give the same bits. A vector form is to be a second emitter over the same <see cref="EvaluationPlan"/>.
/// </remarks>
public static unsafe class ExpressionCompiler
{
    /// <summary>No emitted method passes this many bytes of IL: past about 60,000 the compiler gives up optimising.</summary>
    public const int IlLimitBytes = 40_000;

    private const int StackScratch = 8192;

    public static ModelFunction Compile(ExpressionGraph graph, IReadOnlyList<Expr> outputs) => Compile(graph, outputs, out _);

    /// <summary>Throws <see cref="ArgumentException"/> where an expression holds a draw: draws belong to events, which the interpreter runs.</summary>
    public static ModelFunction Compile(ExpressionGraph graph, IReadOnlyList<Expr> outputs, out CompilationReport report)
    {
        EvaluationPlan plan = EvaluationPlan.For(graph, outputs);
        ScalarEmitter emitter = new(graph, plan);
        CodePart[] parts = emitter.Emit();
        int scratch = plan.ScratchSize;
        report = new CompilationReport(parts.Length, emitter.LargestIlBytes, scratch);
        if (parts.Length == 1 && scratch <= StackScratch)
        {
            CodePart only = parts[0];
            return [SkipLocalsInit] (time, y, p, o) =>
            {
                double* s = stackalloc double[scratch + 1];
                only(time, y, p, o, s);
            };
        }
        if (scratch <= StackScratch)
            return [SkipLocalsInit] (time, y, p, o) =>
            {
                double* s = stackalloc double[scratch + 1];
                foreach (CodePart part in parts) part(time, y, p, o, s);
            };
        return (time, y, p, o) =>
        {
            fixed (double* s = new double[scratch])
                foreach (CodePart part in parts) part(time, y, p, o, s);
        };
    }
}

/// <summary>One emitted method: time, states, parameters, outputs, scratch.</summary>
internal unsafe delegate void CodePart(double time, double* states, double* parameters, double* outputs, double* scratch);

/// <param name="Methods">How many methods were emitted.</param>
/// <param name="LargestIlBytes">Size of the largest, in bytes of IL.</param>
/// <param name="ScratchValues">Shared values kept between statements.</param>
public sealed record CompilationReport(int Methods, int LargestIlBytes, int ScratchValues);
