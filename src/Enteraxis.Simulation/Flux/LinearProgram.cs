using Google.OrTools.LinearSolver;

namespace Enteraxis.Simulation.Flux;

/// <summary>A linear program that is solved again and again: bounds and objective change, and each solve begins at the basis where the last one ended (GLOP).</summary>
/// <remarks>
/// The best objective is unique, the columns need not be. The same calls in the same order give the same bits on any number of threads, as the solver is one thread.
/// Not safe for use by several threads. A program that calls this names the package Google.OrTools itself, for its native code.
/// Reference: the revised simplex method as in Koberstein: The dual simplex method (thesis, Paderborn 2005), implemented by OR-Tools.
/// </remarks>
/// <param name="whole">True for a program with switches (<see cref="AddSwitch"/>), which is solved by branch and bound (SCIP) and does not begin where the last one ended.</param>
public sealed class LinearProgram(bool whole = false) : IDisposable
{
    // Presolve gives another, smaller program at each solve, whose basis is of no use to the next: what is solved again goes without.
    private const string Again = "use_preprocessing: false";
    private const string Fresh = "use_preprocessing: true";

    private readonly Solver _solver = Solver.CreateSolver(whole ? "SCIP" : "GLOP");
    private readonly MPSolverParameters _warm = Parameters(warm: true), _cold = Parameters(warm: false);
    private readonly List<Variable> _columns = [];
    private readonly List<Constraint> _rows = [];
    private int[] _objective = [];

    public int Columns => _columns.Count;

    public int Rows => _rows.Count;

    /// <summary>How many programs were solved.</summary>
    public int Solves { get; private set; }

    /// <param name="lower">May be −∞.</param>
    /// <param name="upper">May be ∞.</param>
    /// <returns>The column's place.</returns>
    public int AddColumn(double lower, double upper)
    {
        _columns.Add(_solver.MakeNumVar(lower, upper, ""));
        return _columns.Count - 1;
    }

    /// <summary>A column that is 0 or 1.</summary>
    public int AddSwitch()
    {
        if (!whole) throw new InvalidOperationException("Switches belong to a program that is made for them.");
        _columns.Add(_solver.MakeBoolVar(""));
        return _columns.Count - 1;
    }

    /// <returns>The row's place.</returns>
    public int AddRow(double lower, double upper)
    {
        _rows.Add(_solver.MakeConstraint(lower, upper));
        return _rows.Count - 1;
    }

    public void SetCoefficient(int row, int column, double value) => _rows[row].SetCoefficient(_columns[column], value);

    public void SetColumnBounds(int column, double lower, double upper) => _columns[column].SetBounds(lower, upper);

    public void SetRowBounds(int row, double lower, double upper) => _rows[row].SetBounds(lower, upper);

    /// <summary>Replaces the objective.</summary>
    /// <param name="terms">Columns, each once, and their weights.</param>
    public void SetObjective(IEnumerable<(int Column, double Weight)> terms, bool maximise)
    {
        Objective aim = _solver.Objective();
        foreach (int column in _objective) aim.SetCoefficient(_columns[column], 0);
        List<int> named = [];
        foreach ((int column, double weight) in terms)
        {
            aim.SetCoefficient(_columns[column], weight);
            named.Add(column);
        }
        _objective = [.. named];
        if (maximise) aim.SetMaximization();
        else aim.SetMinimization();
    }

    /// <exception cref="OperationCanceledException">Stopped on the way.</exception>
    public LinearOutcome Solve(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        using CancellationTokenRegistration stop = cancellation.Register(() => _solver.InterruptSolve());
        Solver.ResultStatus status = whole ? Run(_cold, "") : Run(_warm, Again);
        // A basis that has gone bad, or one that cannot tell infeasible from unbounded: once more from nothing.
        if (!whole && status is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.INFEASIBLE or Solver.ResultStatus.UNBOUNDED)) status = Run(_cold, Fresh);
        cancellation.ThrowIfCancellationRequested();
        return status switch
        {
            Solver.ResultStatus.OPTIMAL => LinearOutcome.Optimal,
            Solver.ResultStatus.INFEASIBLE => LinearOutcome.Infeasible,
            Solver.ResultStatus.UNBOUNDED => LinearOutcome.Unbounded,
            _ => LinearOutcome.Unsolved,
        };
    }

    /// <summary>Of the last solve, where it was optimal.</summary>
    public double ObjectiveValue => _solver.Objective().Value();

    /// <summary>Of the last solve, where it was optimal.</summary>
    public double Value(int column) => _columns[column].SolutionValue();

    public void Dispose()
    {
        _warm.Dispose();
        _cold.Dispose();
        _solver.Dispose();
    }

    private Solver.ResultStatus Run(MPSolverParameters parameters, string own)
    {
        Solves++;
        if (own.Length > 0) _solver.SetSolverSpecificParametersAsString(own);
        return _solver.Solve(parameters);
    }

    private static MPSolverParameters Parameters(bool warm)
    {
        MPSolverParameters p = new();
        p.SetIntegerParam(MPSolverParameters.IntegerParam.INCREMENTALITY, warm ? (int)MPSolverParameters.IncrementalityValues.INCREMENTALITY_ON : (int)MPSolverParameters.IncrementalityValues.INCREMENTALITY_OFF);
        return p;
    }
}

/// <summary>How a linear program ended.</summary>
public enum LinearOutcome { Optimal, Infeasible, Unbounded, Unsolved }
