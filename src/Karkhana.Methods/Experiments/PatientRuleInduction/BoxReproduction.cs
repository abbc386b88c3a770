using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Experiments;

/// <summary>The search repeated in bootstrap samples: which inputs it restricts, and how its boxes do on the cases left out.</summary>
/// <param name="Restricted">The share of samples that restrict each input; NaN without samples.</param>
/// <param name="Density">Density among the cases that the sample left out: mean over samples, limits.</param>
/// <param name="Coverage">Coverage of the cases that the sample left out: mean over samples, limits.</param>
internal sealed record BoxReproduction(
    double[] Restricted, (double Mean, double Low, double High) Density, (double Mean, double Low, double High) Coverage)
{
    /// <summary>Repeats the search; the coverage is that of the box which those of the samples stand for.</summary>
    public static BoxReproduction Of(
        CaseColumn[] columns,
        bool[] interesting,
        double coverage,
        PatientRuleInductionOptions options,
        ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        int inputs = columns.Length;
        if (options.Resamples == 0)
        {
            (double, double, double) none = (double.NaN, double.NaN, double.NaN);
            return new BoxReproduction([.. columns.Select(_ => double.NaN)], none, none);
        }

        ReplicateRows rows = new ResampledStatistic(
            "bootstrap boxes",
            (options.Resamples, options.Seed),
            ResampledStatistic.Apart(interesting.Length),
            inputs + 2,
            counts => Statistic(columns, interesting, counts, coverage, options)).Draw(execution, cancellationToken);
        (double, double, double) Interval(int place)
        {
            double[] known = [.. rows.Column(place).Where(double.IsFinite)];
            PercentileInterval limits = PercentileInterval.Of(known, options.Level);
            return (Sums.Mean(known), limits.Low, limits.High);
        }

        return new BoxReproduction(
            [.. Enumerable.Range(0, inputs).Select(input => Sums.Mean(rows.Column(input)))], Interval(inputs), Interval(inputs + 1));
    }

    private static double[] Statistic(
        CaseColumn[] columns, bool[] interesting, int[] counts, double coverage, PatientRuleInductionOptions options)
    {
        int[] drawn = [.. counts.SelectMany((count, row) => Enumerable.Repeat(row, count))];
        CaseColumn[] sample = [.. columns.Select(column => column.Keep(drawn))];
        bool[] hits = [.. drawn.Select(row => interesting[row])];
        PeelStep box = BoxChoice.Like(Peeling.Trajectory(sample, hits, options, CancellationToken.None), coverage, options.Step);
        box = options.Paste ? Pasting.Grow(box, sample, hits, options.PeelAlpha) : box;
        (int mass, int found, int missed) = (0, 0, 0);
        for (int row = 0; row < counts.Length; row++)
        {
            if (counts[row] == 0)
            {
                bool holds = box.Box.Holds(columns, row);
                mass += holds ? 1 : 0;
                found += holds && interesting[row] ? 1 : 0;
                missed += !holds && interesting[row] ? 1 : 0;
            }
        }

        return [.. columns.Select((_, input) => box.Box.Restricts(input) ? 1.0 : 0), (double)found / mass, (double)found / (found + missed)];
    }
}
