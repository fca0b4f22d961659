using System.Globalization;
using Enteraxis.Simulation;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Studies.SedMl;

/// <summary>What an algorithm term of KiSAO means here: which of our methods, with which tolerances and seed.</summary>
/// <param name="Stochastic">Reactions fire one by one.</param>
/// <param name="Warnings">Where it is not the method asked for, but the nearest; and parameters that have no meaning here.</param>
public sealed record KisaoMethod(SimulationOptions Options, bool Stochastic, ulong Seed, IReadOnlyList<string> Warnings);

/// <summary>Maps terms of the Kinetic Simulation Algorithm Ontology (Courtot and others, Mol Syst Biol 7:543, 2011) to our methods.</summary>
/// <remarks>
/// Implicit terms run Rodas5P, explicit ones Tsit5, those that choose by themselves our rule. Another method of the same kind is taken with a warning, as KiSAO asks;
/// a term that is not known at all runs by the rule, with a warning.
/// </remarks>
public static class Kisao
{
    public const string RelativeTolerance = "KISAO:0000209", AbsoluteTolerance = "KISAO:0000211", MaximumSteps = "KISAO:0000415", MaximumStep = "KISAO:0000467", Seed = "KISAO:0000488";

    private static readonly Dictionary<int, (string Name, SolverKind Kind, bool Exact)> Deterministic = new()
    {
        [33] = ("Rosenbrock method", SolverKind.Rosenbrock, true), [19] = ("CVODE", SolverKind.Rosenbrock, false), [304] = ("Radau method", SolverKind.Rosenbrock, false), [288] = ("BDF", SolverKind.Rosenbrock, false),
        [282] = ("KINSOL", SolverKind.Rosenbrock, false), [283] = ("IDA", SolverKind.Rosenbrock, false), [71] = ("LSODE", SolverKind.Rosenbrock, false), [91] = ("LSODIS", SolverKind.Rosenbrock, false), [31] = ("backward Euler method", SolverKind.Rosenbrock, false),
        [88] = ("LSODA", SolverKind.Automatic, true), [89] = ("LSODAR", SolverKind.Automatic, true), [560] = ("LSODA/LSODAR hybrid method", SolverKind.Automatic, true), [694] = ("ODE solver", SolverKind.Automatic, true), [496] = ("CVODES", SolverKind.Rosenbrock, false),
        [433] = ("CVODE-like method", SolverKind.Rosenbrock, false), [407] = ("steady state root-finding method", SolverKind.Rosenbrock, true), [408] = ("Newton-type method", SolverKind.Rosenbrock, true), [409] = ("ordinary Newton method", SolverKind.Rosenbrock, true),
        [569] = ("NLEQ2", SolverKind.Rosenbrock, false), [568] = ("NLEQ1", SolverKind.Rosenbrock, false),
        [87] = ("Dormand-Prince method", SolverKind.Explicit, false), [86] = ("Fehlberg method", SolverKind.Explicit, false), [435] = ("embedded Runge-Kutta 5(4) method", SolverKind.Explicit, true), [436] = ("Dormand-Prince 8(5,3) method", SolverKind.Explicit, false),
        [32] = ("explicit fourth-order Runge-Kutta method", SolverKind.Explicit, false), [30] = ("Euler forward method", SolverKind.Explicit, false), [64] = ("Runge-Kutta based method", SolverKind.Explicit, true), [321] = ("Cash-Karp method", SolverKind.Explicit, false),
        [280] = ("Adams-Moulton method", SolverKind.Explicit, false), [279] = ("Adams-Bashforth method", SolverKind.Explicit, false), [301] = ("Heun method", SolverKind.Explicit, false),
    };

    private static readonly Dictionary<int, (string Name, bool Exact)> Stochastic = new()
    {
        [29] = ("Gillespie direct algorithm", true), [27] = ("Gibson-Bruck next reaction algorithm", true), [241] = ("Gillespie-like method", true), [15] = ("Gillespie first reaction algorithm", true), [319] = ("Monte Carlo method", true), [329] = ("constant-time kinetic Monte Carlo algorithm", true),
        [39] = ("tau-leaping method", false), [28] = ("slow-scale stochastic simulation algorithm", false), [48] = ("adaptive explicit-implicit tau-leaping method", false), [74] = ("binomial tau-leaping method", false),
    };

    /// <param name="fallback">Tolerances where the document gives none.</param>
    public static KisaoMethod Map(SedAlgorithm algorithm, SimulationOptions fallback)
    {
        List<string> warnings = [];
        int term = Term(algorithm.Kisao);
        bool stochastic = Stochastic.TryGetValue(term, out var jump);
        SimulationOptions options = fallback with { Method = SolverKind.Automatic };
        if (stochastic)
        {
            if (!jump.Exact) warnings.Add($"{algorithm.Kisao} ({jump.Name}) is not at hand; the exact stochastic method is taken, which gives the same law.");
        }
        else if (Deterministic.TryGetValue(term, out var known))
        {
            options = options with { Method = known.Kind };
            if (!known.Exact) warnings.Add($"{algorithm.Kisao} ({known.Name}) is not at hand; {Own(known.Kind)} is taken, the nearest of its kind.");
        }
        else warnings.Add($"{(algorithm.Kisao.Length == 0 ? "No algorithm is named" : $"The algorithm {Numerics.Text.Echo.Of(algorithm.Kisao)} is not known here")}; the method is chosen by the model's stiffness.");
        ulong seed = 1;
        foreach ((string kisao, string text) in algorithm.Parameters)
        {
            bool number = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) && double.IsFinite(v);
            switch (Term(kisao))
            {
                case 209 when number && v is > 0 and < 1: options = options with { RelativeTolerance = v }; break;
                case 211 when number && v > 0: options = options with { AbsoluteTolerance = v }; break;
                // Steps between two outputs in most programs, of the whole run here: never fewer than ours.
                case 415 when number && v >= 1: options = options with { MaximumSteps = (int)Math.Min(int.MaxValue, Math.Max(v, options.MaximumSteps)) }; break;
                case 467 when number && v > 0: options = options with { MaximumStepDays = v }; break;
                case 467 when number && v == 0: break;
                case 488 when ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong s): seed = s; break;
                default: warnings.Add($"The parameter {Numerics.Text.Echo.Of(kisao)} = {Numerics.Text.Echo.Of(text)} of the algorithm has no meaning here and is not used."); break;
            }
        }
        return new KisaoMethod(options, stochastic, seed, warnings);
    }

    /// <summary>The term of one of our runs, with its tolerances.</summary>
    public static SedAlgorithm Of(SimulationOptions options, ulong seed) => new(options.Method switch { SolverKind.Explicit => "KISAO:0000435", SolverKind.Rosenbrock => "KISAO:0000033", _ => "KISAO:0000560" },
    [
        (RelativeTolerance, options.RelativeTolerance.ToString("R", CultureInfo.InvariantCulture)), (AbsoluteTolerance, options.AbsoluteTolerance.ToString("R", CultureInfo.InvariantCulture)), (Seed, seed.ToString(CultureInfo.InvariantCulture)),
    ]);

    private static string Own(SolverKind kind) => kind == SolverKind.Explicit ? "Tsit5 (explicit Runge-Kutta 5(4))" : "Rodas5P (Rosenbrock)";

    // KISAO:0000019, KISAO_0000019 and kisaoID urls alike.
    private static int Term(string kisao)
    {
        string digits = new([.. kisao.Reverse().TakeWhile(char.IsAsciiDigit).Reverse()]);
        return digits.Length is > 0 and < 9 ? int.Parse(digits, CultureInfo.InvariantCulture) : -1;
    }
}
