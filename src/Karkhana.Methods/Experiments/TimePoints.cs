using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>The points of time at which a path is asked for.</summary>
internal static class TimePoints
{
    /// <summary>The most periods that are counted one by one.</summary>
    public const int MostPeriods = 1_000_000;

    /// <summary>Refuses times that are not whole numbers from 0.</summary>
    /// <returns>The greatest of them.</returns>
    public static int Whole(IReadOnlyList<double> times, string rule)
    {
        double greatest = 0;
        foreach (double time in times)
        {
            if (!(time >= 0 && time <= MostPeriods && time == Math.Floor(time)))
            {
                Require.That(false, "time", FormattableString.Invariant(
                    $"must hold whole numbers from 0 to {MostPeriods} {rule}; it held {time}"));
            }

            greatest = Math.Max(greatest, time);
        }

        return (int)greatest;
    }

    /// <summary>Refuses times before the start.</summary>
    public static void NotBeforeStart(IReadOnlyList<double> times, string rule)
    {
        foreach (double time in times)
        {
            if (time < 0)
            {
                Require.That(false, "time", FormattableString.Invariant($"must hold no number below 0 {rule}; it held {time}"));
            }
        }
    }
}
