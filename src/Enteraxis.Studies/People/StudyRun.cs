using Enteraxis.Numerics;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>The phases of a person study, one after the other.</summary>
internal sealed class StudyRun(StudyContext context, IReadOnlyList<Arm> arms, IReadOnlyList<string> arrows, KnownPerson known, IReadOnlyList<ModelVariant> variants)
{
    internal PersonStudyResult Simulate(RunFolder folder, CancellationToken cancellation)
    {
        IReadOnlyList<History> bank = new HistoryBank(context).Simulate(cancellation);
        int failures = bank.Count(h => h.Failed);
        StopIfTooManyFailed(failures, bank.Count, "histories");
        double[] weights = Conditioning.Weights(bank, context.Study.History, context.Answers);
        double effective = Conditioning.EffectiveSize(weights, bank.Count);
        context.Log.Write(FormattableString.Invariant($"{bank.Count} histories, {failures} failed, effective sample size {effective:0.0}"));
        Twin[] twins = [.. Conditioning.Resample(weights, context.Twins, context.Seed).Select(d => Twin.Of(context, bank[d.Index], d.Copy))];

        ArmSummary summary = new(context, arrows);
        FutureTable futures = new Futures(context, arms, summary).Simulate(twins, "Two years under every lever", "arms", cancellation);
        StopIfTooManyFailed(futures.Failures, twins.Length * arms.Count, "courses");
        IReadOnlyList<Twin> few = ParameterSets.Spread(twins, context.Study.PeoplePerSet);
        IReadOnlyList<Twin> crossed = new ParameterSets(context).Cross(few, context.Study.ParameterSets, context.Study.ChanceRepeats, cancellation);
        FutureTable sets = new Futures(context, arms, summary).Simulate(crossed, "What is not known of the parameters", "sets", cancellation);
        StopIfTooManyFailed(sets.Failures, crossed.Count * arms.Count, "courses");
        IReadOnlyList<int> read = ParameterSets.Places(twins.Length, context.Study.ReadingPeople);
        IReadOnlyList<ReadingTable> readings = read.Count < 2 ? [] : new ModelReadings(context, arms, summary).Simulate([.. read.Select(i => twins[i])], variants, cancellation);
        int ofReadings = readings.Sum(r => r.Table.Failures);
        StopIfTooManyFailed(ofReadings, readings.Count * read.Count * arms.Count, "courses");
        failures += futures.Failures + sets.Failures + ofReadings;

        Effects effects = new(context, arms, futures, sets, few.Count, context.Study.ChanceRepeats, readings, read);
        IReadOnlyList<ChainLink>[] chains = new ChainOfCause(context, arms, summary, futures).Links(
            () => AxisModel.Read(context.Library.AxisPath, context.Library.Parameters, [context.Study.ChainReadout, .. arrows], [.. arrows]), twins, cancellation);
        IReadOnlyDictionary<string, double[]> reference = new ReferencePeople(context).Production(cancellation);

        PersonStudyResult result = new ResultBuilder(context, arms, summary, futures, effects, chains, reference, known)
            .Build(bank.Count, effective, failures, folder.Manifest);
        context.Library.Forbidden.Check(Sentences.Of(result));
        PersonStudyTables.Write(folder, result);
        return result;
    }

    private void StopIfTooManyFailed(int failed, int of, string what)
    {
        if (failed > context.Study.MaximumFailedShare * of)
            throw new InputException(FormattableString.Invariant(
                $"{failed} of {of} {what} could not be integrated, more than the {100 * context.Study.MaximumFailedShare:0.#} % that the study allows (maximum_failed_share); see the model and the answers for extreme values."));
    }
}
