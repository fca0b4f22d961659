using Enteraxis.Numerics.Summaries;
using Enteraxis.Statistics.Counts;
using Enteraxis.Statistics.Survival;

namespace Enteraxis.Studies.Trials;

/// <summary>One comparison of two arms.</summary>
/// <param name="Value">Logarithm of a ratio, or a difference (treated less control).</param>
/// <param name="Error">Standard error of it; NaN where the estimator gives none.</param>
/// <param name="Treated">What the arm itself shows: share, median or rate; NaN of a hazard ratio.</param>
public readonly record struct TrialEstimate(double Value, double Error, double Treated, double Control)
{
    /// <summary>Whether an estimator works on the logarithm of a ratio.</summary>
    public static bool IsRatio(Estimator estimator) => estimator is Estimator.HazardRatio or Estimator.OddsRatio or Estimator.RateRatio;

    /// <summary>Estimates a contrast from the participants by the field's own estimators (Cox with Efron's ties, two by two odds, negative binomial rates, Kaplan–Meier).</summary>
    public static TrialEstimate Of(TrialFile file, TrialContrast contrast, IReadOnlyList<Participant> people)
    {
        TrialEndpoint endpoint = file.Endpoints.First(e => e.Id == contrast.Endpoint);
        int[] signals = [.. endpoint.Signals.Select(id => Enumerable.Range(0, file.Signals.Count).First(i => file.Signals[i].Id == id))];
        int treated = Place(file, contrast.Treated), control = Place(file, contrast.Control);
        Participant[] both = [.. people.Where(p => p.Arm == treated || p.Arm == control)];
        bool[] isTreated = [.. both.Select(p => p.Arm == treated)];
        return contrast.Estimator switch
        {
            Estimator.HazardRatio => Hazard(file, signals, both, isTreated),
            Estimator.OddsRatio => Odds(file, signals, both, isTreated),
            Estimator.RateRatio => Rates(signals, both, isTreated),
            Estimator.Shares => endpoint.Kind == EndpointKind.First ? Shares(file, signals, both, isTreated) : ByEnd(file, signals, both, isTreated),
            _ => Medians(file, signals, both, isTreated),
        };
    }

    private static int Place(TrialFile file, string arm) => Enumerable.Range(0, file.Arms.Count).First(i => file.Arms[i].Id == arm);

    private static TrialEstimate Hazard(TrialFile file, int[] signals, Participant[] people, bool[] treated)
    {
        (double[] stop, bool[] happened) = Times(file, signals, people);
        TwoArmHazard fit = new TwoArmCox().Fit(stop, happened, treated);
        return new(fit.LogHazardRatio, fit.StandardError, double.NaN, double.NaN);
    }

    private static TrialEstimate Rates(int[] signals, Participant[] people, bool[] treated)
    {
        Participant[] seen = [.. people.Where(p => p.LastLook > 0)];
        TwoArmRateRatio fit = new TwoArmRates().Fit([.. seen.Select(p => Count(p, signals))], [.. seen.Select(p => p.LastLook / 365.25)], [.. people.Zip(treated).Where(x => x.First.LastLook > 0).Select(x => x.Second)]);
        return new(fit.LogRateRatio, fit.StandardError, fit.RateOfTreated, fit.RateOfControl);
    }

    // At each look the larger of what rose and what is there: a lesion that enhances and is new counts once.
    private static int Count(Participant p, int[] signals) =>
        (int)Math.Round(signals.SelectMany(s => p.Signals[s].Days.Zip(p.Signals[s].Amounts, (day, amount) => (Day: day, Amount: amount))).GroupBy(x => x.Day).Sum(g => g.Max(x => x.Amount)));

    private static TrialEstimate Odds(TrialFile file, int[] signals, Participant[] people, bool[] treated)
    {
        (double t, double nt, double c, double nc) = Free(file, signals, people, treated);
        // Half a person more in each cell where one is empty, as trial statisticians do.
        double add = t == 0 || c == 0 || t == nt || c == nc ? 0.5 : 0, a = t + add, b = nt - t + add, d = c + add, e = nc - c + add;
        return new(Math.Log(a / b / (d / e)), Math.Sqrt(1 / a + 1 / b + 1 / d + 1 / e), 100 * t / nt, 100 * c / nc);
    }

    private static TrialEstimate ByEnd(TrialFile file, int[] signals, Participant[] people, bool[] treated)
    {
        (double t, double nt, double c, double nc) = Free(file, signals, people, treated);
        double p = t / nt, q = c / nc;
        return new(100 * (p - q), 100 * Math.Sqrt(p * (1 - p) / nt + q * (1 - q) / nc), 100 * p, 100 * q);
    }

    /// <summary>People without any signal among those who stayed to the end or had one.</summary>
    private static (double Treated, double OfTreated, double Control, double OfControl) Free(TrialFile file, int[] signals, Participant[] people, bool[] treated)
    {
        double t = 0, nt = 0, c = 0, nc = 0;
        for (int i = 0; i < people.Length; i++)
        {
            bool any = signals.Any(s => people[i].Signals[s].Days.Count > 0);
            if (!any && people[i].LeftDay < file.Days) continue;
            if (treated[i]) (t, nt) = (t + (any ? 0 : 1), nt + 1);
            else (c, nc) = (c + (any ? 0 : 1), nc + 1);
        }
        return (t, nt, c, nc);
    }

    private static TrialEstimate Shares(TrialFile file, int[] signals, Participant[] people, bool[] treated)
    {
        (SurvivalCurve t, SurvivalCurve c) = Curves(file, signals, people, treated);
        SurvivalEstimate at = t.At(file.Days), of = c.At(file.Days);
        return new(100 * (of.Survival - at.Survival), 100 * Math.Sqrt(at.StandardError * at.StandardError + of.StandardError * of.StandardError), 100 * (1 - at.Survival), 100 * (1 - of.Survival));
    }

    private static TrialEstimate Medians(TrialFile file, int[] signals, Participant[] people, bool[] treated)
    {
        (SurvivalCurve t, SurvivalCurve c) = Curves(file, signals, people, treated);
        // Half the people without the event by the end: the trial can only say "later than its end", which is what is taken here.
        double a = Reached(t), b = Reached(c);
        return new(a - b, double.NaN, a, b);
        double Reached(SurvivalCurve curve) => curve.Median().Time is var m && double.IsFinite(m) ? m : file.Days;
    }

    private static (SurvivalCurve Treated, SurvivalCurve Control) Curves(TrialFile file, int[] signals, Participant[] people, bool[] treated)
    {
        (double[] stop, bool[] happened) = Times(file, signals, people);
        SurvivalTimes all = new(stop, happened);
        return (new KaplanMeier().Fit(all.Where(treated)), new KaplanMeier().Fit(all.Where([.. treated.Select(x => !x)])));
    }

    private static (double[] Stop, bool[] Happened) Times(TrialFile file, int[] signals, Participant[] people)
    {
        bool onlyJumps = signals.All(s => file.Signals[s].Kind == SignalKind.Jump);
        double[] stop = new double[people.Length];
        bool[] happened = new bool[people.Length];
        for (int i = 0; i < people.Length; i++)
        {
            double first = signals.SelectMany(s => people[i].Signals[s].Days).DefaultIfEmpty(double.PositiveInfinity).Min();
            happened[i] = double.IsFinite(first);
            // A look that finds nothing censors on its day; without any look after randomisation a person tells nothing but that she was there.
            stop[i] = happened[i] ? first : Math.Max(onlyJumps ? people[i].LeftDay : people[i].LastLook, 1e-3);
        }
        return (stop, happened);
    }
}
