using System.Diagnostics;
using System.Globalization;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Compilation.Lanes;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics.Lanes;
using Enteraxis.Numerics.LinearAlgebra;

namespace Enteraxis.Simulation.Tests.Lanes;

/// <summary>No method that lanes emit passes the size past which the just-in-time compiler stops optimising, on the largest models there are.</summary>
public sealed class EmittedSizeTests
{
    private const string Archive = "models/biomodels-antimony.tar.xz";

    // Measured 12,076 to 12,177 bytes. All of these are large enough to be split, so a small figure would mean that something else was measured.
    private const int Least = 8_000;

    [Theory]
    [InlineData("axis.ant")]
    [InlineData("axis-hours.ant")]
    public void The_axis_is_split_below_the_limit(string file)
    {
        string models = Path.Combine(Root(), "models");
        Dictionary<string, double> values = [];
        foreach (string line in File.ReadLines(Path.Combine(models, "parameters.tsv")).Where(l => !l.StartsWith('#')).Skip(1))
            values[line.Split('\t')[0]] = double.Parse(line.Split('\t')[1], CultureInfo.InvariantCulture);
        Check(AntimonyReader.ReadFile(Path.Combine(models, file), new ReadOptions { ParameterValues = values }), straight: true);
    }

    // BioModels as Antimony text (CC0); the five longest texts have 279 to 402 states and up to 8154 entries of the Jacobian.
    [Fact]
    public void The_largest_public_models_are_split_below_the_limit()
    {
        string shared = Environment.GetEnvironmentVariable("ENTERAXIS_SHARED") is { Length: > 0 } named ? named : Path.Combine(Root(), "..", "shared");
        if (!File.Exists(Path.Combine(shared, Archive))) Assert.Skip("The public models are read in place from the shared folder (ENTERAXIS_SHARED or ../shared), which is not here.");
        string folder = Directory.CreateTempSubdirectory("enteraxis-").FullName;
        try
        {
            using Process tar = Process.Start("tar", ["-xJf", Path.Combine(shared, Archive), "-C", folder]);
            tar.WaitForExit();
            if (tar.ExitCode != 0) Assert.Skip("The archive of public models needs tar with xz, which is not here.");
            string[] largest = [.. Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).OrderByDescending(f => new FileInfo(f).Length).Take(5)];
            Assert.Equal(5, largest.Length);
            foreach (string file in largest) Check(AntimonyReader.ReadFile(file));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // One sum of 4000 products, one quotient of 4000 quotients, and their derivatives.
    [Fact]
    public void One_endless_formula_is_split_below_the_limit()
    {
        ExpressionGraph g = new();
        Expr sum = g.Zero, nested = g.One;
        for (int i = 0; i < 4000; i++) (sum, nested) = (g.Add(sum, g.Multiply(g.State(i % 40), g.Parameter(i))), g.Divide(g.State(i % 40), g.Add(g.One, nested)));
        Check(g, [sum, nested, .. Enumerable.Range(0, 40).Select(j => Derivative.Of(g, sum, g.State(j)))]);
    }

    // A sparse model so large or with so long a row that its factorisation stays a loop has none.
    [Fact]
    public void The_factorisation_is_split_below_the_limit_or_stays_a_loop()
    {
        foreach (int size in new[] { 60, 450, 900 })
        {
            // An arrow: the last row and column full.
            LaneLuCode? code = Straight(size, Enumerable.Range(0, size).SelectMany(k => new[] { (k, size - 1), (size - 1, k) }));
            if (code is null) Assert.Equal(900, size);
            else Assert.InRange(code.LargestIlBytes, 1_000, ExpressionCompiler.IlLimitBytes);
        }
    }

    private static void Check(Model model, bool straight = false)
    {
        Expr[] rates = [.. model.States.Select(s => s.Rate)];
        SparseJacobian jacobian = SparseJacobian.Of(model.Graph, rates, rates.Length);
        Check(model.Graph, [.. rates, .. jacobian.TimeDerivatives, .. jacobian.Entries]);
        Check(model.Graph, rates);
        LaneLuCode? code = Straight(rates.Length, Enumerable.Range(0, rates.Length).SelectMany(i => jacobian.Columns[jacobian.RowStart[i]..jacobian.RowStart[i + 1]].Select(j => (i, j))));
        Assert.True(code is not null || !straight, "the factorisation of the axis is to be straight-line code");
        if (code is not null) Assert.InRange(code.LargestIlBytes, 1_000, ExpressionCompiler.IlLimitBytes);
    }

    private static void Check(ExpressionGraph graph, Expr[] outputs)
    {
        int size = LaneFunction.Compile<Lane8>(graph, new PersonValues(graph), outputs).LargestIlBytes;
        Assert.InRange(size, Least, ExpressionCompiler.IlLimitBytes);
    }

    private static LaneLuCode? Straight(int size, IEnumerable<(int, int)> entries) =>
        LaneLuCode.Compile<Lane8>(new SparseLuPlan(SparsePattern.FromEntries(size, [.. entries, .. Enumerable.Range(0, size).Select(i => (i, i))])));

    private static string Root()
    {
        DirectoryInfo? d = new(AppContext.BaseDirectory);
        while (d is not null && !File.Exists(Path.Combine(d.FullName, "Enteraxis.slnx"))) d = d.Parent;
        return d?.FullName ?? throw new DirectoryNotFoundException("Enteraxis.slnx was not found above the test program.");
    }
}
