namespace Karkhana.Methods.Econometrics;

/// <summary>The share of each row in the score: what the estimates would lose, nearly, without it.</summary>
/// <remarks>x_i − x̄ at its event, less the hazard of the row times Σ (x_i − x̄(t)) dΛ(t) over the event times at which it was at
/// risk. Of tied events each takes an equal part of all fractions of their set, and a row with an event takes only the part of
/// the increments for which it is still in the set. Source: Lin and Wei 1989, doi:10.1080/01621459.1989.10478874.</remarks>
internal static class ScoreResiduals
{
    /// <summary>Gives them, one column per term.</summary>
    public static double[][] Of(double[][] columns, SurvivalDesign survival, RiskOrder order, HazardTies ties, double[] estimates)
    {
        int k = columns.Length;
        RiskSums sums = new(columns);
        sums.SetIndex(IndexLikelihood<LogitRow>.Index(columns, estimates));
        double[][] residuals = [.. columns.Select(column => new double[column.Length])];
        List<EventTime> times = [];
        order.Walk(sums.Clear, sums.Enter, sums.Leave, events =>
        {
            EventTime time = new(survival.Strata[events[0]], survival.Design.Outcome[events[0]], 0, new double[k]);
            sums.Tie(events);
            double[] own = new double[k];
            double kept = 0;
            double[] keptMeans = new double[k];
            for (int l = 0; l < events.Count; l++)
            {
                double fraction = ties == HazardTies.Efron ? (double)l / events.Count : 0;
                sums.Take(events[l], fraction);
                double increment = 1 / sums.Denominator;
                time = time with { Hazard = time.Hazard + increment };
                kept += fraction * increment;
                for (int i = 0; i < k; i++)
                {
                    time.Means[i] += increment * sums.Means[i];
                    keptMeans[i] += fraction * increment * sums.Means[i];
                    own[i] += sums.Means[i] / events.Count;
                }
            }

            foreach (int row in events)
            {
                for (int i = 0; i < k; i++)
                {
                    double x = columns[i][row];
                    residuals[i][row] += x - own[i] + (sums.Hazard(row) * ((x * kept) - keptMeans[i]));
                }
            }

            times.Add(time);
        });
        TakeCumulated(columns, survival, sums, times, residuals);
        return residuals;
    }

    private static void TakeCumulated(
        double[][] columns, SurvivalDesign survival, RiskSums sums, List<EventTime> times, double[][] residuals)
    {
        foreach (IGrouping<int, EventTime> stratum in times.GroupBy(time => time.Stratum))
        {
            EventTime[] ordered = [.. stratum.OrderBy(time => time.Time)];
            double[] places = [.. ordered.Select(time => time.Time)];
            EventTime[] sofar = Cumulated(ordered, columns.Length);
            for (int row = 0; row < survival.Strata.Length; row++)
            {
                if (survival.Strata[row] != stratum.Key)
                {
                    continue;
                }

                EventTime end = sofar[UpTo(places, survival.Design.Outcome[row])];
                EventTime start = sofar[survival.Entries is null ? 0 : UpTo(places, survival.Entries[row])];
                for (int i = 0; i < columns.Length; i++)
                {
                    residuals[i][row] -= sums.Hazard(row)
                        * ((columns[i][row] * (end.Hazard - start.Hazard)) - (end.Means[i] - start.Means[i]));
                }
            }
        }
    }

    // Entry p: the sums over the first p event times.
    private static EventTime[] Cumulated(EventTime[] ordered, int k)
    {
        EventTime[] sofar = new EventTime[ordered.Length + 1];
        sofar[0] = new EventTime(0, 0, 0, new double[k]);
        for (int p = 0; p < ordered.Length; p++)
        {
            EventTime before = sofar[p];
            sofar[p + 1] = new EventTime(
                0, ordered[p].Time, before.Hazard + ordered[p].Hazard, [.. before.Means.Zip(ordered[p].Means, (sum, mean) => sum + mean)]);
        }

        return sofar;
    }

    private static int UpTo(double[] times, double time)
    {
        int place = Array.BinarySearch(times, time);
        return place >= 0 ? place + 1 : ~place;
    }

    /// <summary>The increments at an event time: Σ 1/S and Σ x̄/S over its fractions.</summary>
    private sealed record EventTime(int Stratum, double Time, double Hazard, double[] Means);
}
