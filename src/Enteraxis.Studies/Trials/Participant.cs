using Enteraxis.Statistics.Disability;

namespace Enteraxis.Studies.Trials;

/// <summary>When a signal was seen in one participant, and of scans how much.</summary>
/// <param name="Days">Since randomisation, ascending.</param>
/// <param name="Amounts">1 for a jump and a worsening; of scans the rise or the level.</param>
public sealed record SignalCourse(IReadOnlyList<double> Days, IReadOnlyList<double> Amounts);

/// <summary>One randomised person as the trial sees her.</summary>
/// <param name="Arm">Place in the file's list.</param>
/// <param name="LeftDay">The end of the trial, or the day on which the participant left it.</param>
/// <param name="LastLook">Day of the last scheduled visit or scan before that; 0 where there was none.</param>
/// <param name="Signals">In the order of the file.</param>
public sealed record Participant(int Arm, double LeftDay, double LastLook, IReadOnlyList<SignalCourse> Signals)
{
    /// <summary>Reads what was seen of a person who was followed.</summary>
    /// <param name="column">Column of a read-out in the person's values, whose rows are the looks of <paramref name="looks"/>, day 0 first.</param>
    public static Participant Of(TrialFile file, FollowedPerson person, IReadOnlyList<double> looks, Func<string, int> column)
    {
        (int arm, double leftDay, double[,] values) = (person.Arm, person.LeftDay, person.Values);
        int[] visits = [0, .. Rows(file.VisitDays)], scans = [0, .. Rows(file.ScanDays)];
        double last = file.VisitDays.Concat(file.ScanDays).Where(d => d <= leftDay).DefaultIfEmpty(0).Max();
        return new Participant(arm, leftDay, last, [.. file.Signals.Select(Seen)]);

        IEnumerable<int> Rows(IReadOnlyList<double> days) => days.Where(d => d <= leftDay).Select(d => looks.TakeWhile(l => l < d).Count());

        SignalCourse Seen(TrialSignal s)
        {
            List<double> days = [], amounts = [];
            if (s.Kind == SignalKind.Jump)
            {
                foreach ((double day, string jump) in person.Jumps)
                    if (jump == s.Source && day > 0 && day <= leftDay) Add(day, 1);
                return new SignalCourse(days, amounts);
            }
            int c = column(s.Source);
            if (s.Kind == SignalKind.Confirmed)
            {
                if (new ConfirmedChange { ConfirmationDays = s.ConfirmedDays }.First([.. visits.Select(v => looks[v])], [.. visits.Select(v => values[v, c])], []) is { } worse) Add(worse.Day, 1);
                return new SignalCourse(days, amounts);
            }
            for (int k = 1; k < scans.Length; k++)
            {
                double amount = values[scans[k], c] - (s.Kind == SignalKind.ScanRise ? values[scans[k - 1], c] : 0);
                if (amount >= s.AtLeast) Add(looks[scans[k]], amount);
            }
            return new SignalCourse(days, amounts);

            void Add(double day, double amount)
            {
                days.Add(day);
                amounts.Add(amount);
            }
        }
    }
}
