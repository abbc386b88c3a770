namespace Karkhana.Methods.Econometrics;

/// <summary>Who is at risk at each distinct time, and to whom the event comes then.</summary>
/// <param name="Times">The distinct times in order, of events or of ends of watching.</param>
/// <param name="AtRisk">Subjects who had entered before that time and were still watched at it.</param>
/// <param name="Events">Subjects to whom the event came at that time.</param>
/// <param name="Censored">Subjects whose watching ended at that time without it.</param>
internal sealed record RiskTable(double[] Times, int[] AtRisk, int[] Events, int[] Censored)
{
    /// <summary>Counts over some subjects.</summary>
    /// <remarks>A subject enters just after its entry, so that one who enters at a time is not at risk at it; without
    /// entries all are at risk from the start, at time 0 too. Cost: n log n.</remarks>
    public static RiskTable Of(SurvivalSample sample, IReadOnlyList<int> subjects) =>
        Of(sample, subjects, [.. subjects.Select(i => sample.Times[i]).Distinct().Order()]);

    /// <summary>Counts over some subjects at given times, in order.</summary>
    public static RiskTable Of(SurvivalSample sample, IReadOnlyList<int> subjects, double[] times)
    {
        int[] events = new int[times.Length];
        int[] censored = new int[times.Length];
        int[] change = new int[times.Length + 1];
        foreach (int i in subjects)
        {
            int end = Array.BinarySearch(times, sample.Times[i]);
            int last = end >= 0 ? end : ~end - 1;
            if (end >= 0)
            {
                (sample.Events[i] ? events : censored)[end]++;
            }

            int first = sample.Entries is null ? 0 : FirstAfter(times, sample.Entries[i]);
            if (first <= last)
            {
                change[first]++;
                change[last + 1]--;
            }
        }

        int[] atRisk = new int[times.Length];
        int running = 0;
        for (int t = 0; t < times.Length; t++)
        {
            running += change[t];
            atRisk[t] = running;
        }

        return new RiskTable(times, atRisk, events, censored);
    }

    private static int FirstAfter(double[] times, double entry)
    {
        int place = Array.BinarySearch(times, entry);
        return place >= 0 ? place + 1 : ~place;
    }
}
