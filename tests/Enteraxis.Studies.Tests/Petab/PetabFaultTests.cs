namespace Enteraxis.Studies.Tests.Petab;

public sealed class PetabFaultTests
{
    [Theory]
    [InlineData("problem.yaml", "2.0.0", "3.0", "version '3.0'")]
    [InlineData("problem.yaml", "antimony", "bngl", "'bngl'")]
    [InlineData("problem.yaml", "model.ant", "none.ant", "none.ant")]
    [InlineData("problem.yaml", "observables.tsv", "absent.tsv", "absent.tsv")]
    [InlineData("problem.yaml", "observable_files", "observable_fields", "observable_fields")]
    [InlineData("parameters.tsv", "0.5\ttrue", "0.5\tmaybe", "neither 1 or true")]
    [InlineData("parameters.tsv", "k\t0\t10", "k\t10\t0", "above its upper")]
    [InlineData("parameters.tsv", "k\t0\t10", "k\t\t10", "bound of 'k' is missing")]
    [InlineData("parameters.tsv", "scale\t0\t10\t3\tfalse", "scale\t0\t10\t\tfalse", "has no value")]
    [InlineData("parameters.tsv", "scale", "k", "stands twice")]
    [InlineData("parameters.tsv", "scale", "2scale", "no identifier")]
    [InlineData("conditions.tsv", "2 * x", "2 * ", "character 4")]
    [InlineData("conditions.tsv", "2 * x", "2 * y", "'y'")]
    [InlineData("conditions.tsv", "double\tx", "double\tscale", "parameter table")]
    [InlineData("experiments.tsv", "double", "triple", "'triple'")]
    [InlineData("experiments.tsv", "e\t4", "e\tsoon", "'soon' is no number")]
    [InlineData("observables.tsv", "scale * x", "p * x", "defined by itself")]
    [InlineData("observables.tsv", "scale * x", "sinus(x)", "no function 'sinus'")]
    [InlineData("measurements.tsv", "o\te\t2", "q\te\t2", "'q'")]
    [InlineData("measurements.tsv", "o\te\t2", "o\tf\t2", "'f'")]
    [InlineData("measurements.tsv", "o\te\t2", "o\te\t-2", "before the start")]
    [InlineData("measurements.tsv", "2\t1\t0.5", "2\t1\t0.5;1", "2 values stand here")]
    [InlineData("measurements.tsv", "2\t1\t0.5", "2\t\t0.5", "measured value")]
    [InlineData("measurements.tsv", "experimentId", "experiment", "'experimentId' is missing")]
    public void Every_fault_is_one_sentence_that_names_it(string file, string old, string text, string part)
    {
        using SmallProblem problem = new();
        string message = Installation.Fault(() => problem.Replacing(file, old, text).Run());
        Assert.Contains(part, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
