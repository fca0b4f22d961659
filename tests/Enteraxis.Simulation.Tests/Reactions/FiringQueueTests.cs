using CsCheck;
using Enteraxis.Simulation.Reactions;

namespace Enteraxis.Simulation.Tests.Reactions;

public sealed class FiringQueueTests
{
    [Fact]
    public void The_first_is_always_the_earliest_and_of_equals_the_lowest() =>
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 5]).Array[1, 200].Sample(settings =>
        {
            FiringQueue queue = new(13);
            double[] times = new double[13];
            Array.Fill(times, double.PositiveInfinity);
            foreach ((int reaction, int time) in settings)
            {
                queue[reaction] = times[reaction] = time == 0 ? double.PositiveInfinity : time;
                if (Array.IndexOf(times, times.Min()) != queue.First || queue.FirstTime != times.Min()) return false;
            }
            return true;
        }, iter: 2000);
}
