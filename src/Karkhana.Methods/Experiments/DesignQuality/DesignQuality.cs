using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Methods.Spatial;

namespace Karkhana.Methods.Experiments;

/// <summary>How well a design fills the unit cube.</summary>
public static class DesignQuality
{
    internal const string Source =
        "Hickernell 1998, doi:10.1090/S0025-5718-98-00894-1; Fang, Li & Sudjianto 2006, Design and Modeling for Computer Experiments; Zhou, Fang & Ning 2013, doi:10.1016/j.jco.2012.11.006; Morris & Mitchell 1995, doi:10.1016/0378-3758(94)00035-T";

    /// <summary>Computes discrepancies, distances and correlations.</summary>
    /// <remarks>
    /// With z = |x − ½| and sums over points i or pairs i, j (also i = j): centred (13/12)ᵏ − (2/n) Σ Π(1 + z/2 − z²/2) + (1/n²) Σ Π(1 + (z_i + z_j −
    /// |x_i − x_j|)/2); mixture (19/12)ᵏ − (2/n) Σ Π(5/3 − z/4 − z²/4) + (1/n²) Σ Π(15/8 − (z_i + z_j)/4 − ¾|x_i − x_j| + ½|x_i − x_j|²); wrap-around
    /// −(4/3)ᵏ + (1/n²) Σ Π(3/2 − |x_i − x_j|(1 − |x_i − x_j|)); star √(3⁻ᵏ − (2¹⁻ᵏ/n) Σ Π(1 − x²) + (1/n²) Σ Π(1 − max(x_i, x_j))). φ_p = (Σ d_ij⁻ᵖ)^(1/p)
    /// over pairs i &lt; j. Latin: one point in each of n equal strata of every dimension; 1 belongs to the last. Assumes values in [0, 1].
    /// Cost: pairs of points times inputs, on all workers; memory linear. Source: Hickernell 1998, doi:10.1090/S0025-5718-98-00894-1; Fang, Li and
    /// Sudjianto 2006, section 3.2; Zhou, Fang and Ning 2013, doi:10.1016/j.jco.2012.11.006 (mixture); Morris and Mitchell 1995,
    /// doi:10.1016/0378-3758(94)00035-T, equation 1. Agrees with: scipy 1.10 qmc.discrepancy, relative 1e-9.
    /// </remarks>
    /// <param name="design">The points.</param>
    /// <param name="options">Exponent of φ_p.</param>
    /// <param name="execution">Workers.</param>
    /// <param name="cancellationToken">Looked at between points.</param>
    /// <returns>The quality.</returns>
    /// <exception cref="ArgumentException">There are fewer than two points, or a value lies outside [0, 1].</exception>
    public static DesignQualityResult Estimate(
        ExperimentalDesign design, DesignQualityOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(design);
        options ??= new DesignQualityOptions();
        Require.That(design.Runs >= 2, nameof(design), FormattableString.Invariant($"must have at least two points; it had {design.Runs}"));
        foreach (double value in design.Values)
        {
            Require.Between(value, 0, 1, nameof(design));
        }

        ReplicateRows rows = ReplicateEngine.Local.Execute(new PointPairsJob(design, options.P), execution, cancellationToken);
        double n = design.Runs;
        double Mean(int place) => Sums.Sum(rows.Column(place)) / n;
        double nearest = rows.Column(PointPairsJob.Nearest).Min();
        return new DesignQualityResult
        {
            CentredDiscrepancy = Math.Pow(13 / 12.0, design.Inputs) - (2 * Mean(PointPairsJob.CentredSingle)) + (Mean(PointPairsJob.CentredPairs) / n),
            MixtureDiscrepancy = Math.Pow(19 / 12.0, design.Inputs) - (2 * Mean(PointPairsJob.MixtureSingle)) + (Mean(PointPairsJob.MixturePairs) / n),
            WrapAroundDiscrepancy = (Mean(PointPairsJob.WrapAroundPairs) / n) - Math.Pow(4 / 3.0, design.Inputs),
            StarDiscrepancy = Math.Sqrt(Math.Max(0, Math.Pow(3, -design.Inputs) - (Math.Pow(2, 1 - design.Inputs) * Mean(PointPairsJob.StarSingle)) + (Mean(PointPairsJob.StarPairs) / n))),
            MinDistance = nearest,
            PhiP = PhiP(rows, nearest, options.P),
            IsLatin = Enumerable.Range(0, design.Inputs).All(input => HasOnePerStratum(design.Column(input))),
            MaxAbsoluteCorrelation = GreatestCorrelation(design),
            Notes = [],
            Provenance = new Provenance("experiments.design-quality", FormattableString.Invariant($"p = {options.P}"), Source),
        };
    }

    /// <summary>Reads the input <c>design</c> of a request.</summary>
    internal static ExperimentalDesign Read(MeasureRequest request)
    {
        BoundTable table = request.Table("design");
        return ExperimentalDesign.Of([.. table.ColumnsOf("variables").Select(table.NumbersOf)]);
    }

    private static double PhiP(ReplicateRows rows, double nearest, double p)
    {
        if (nearest == 0)
        {
            return double.PositiveInfinity;
        }

        double[] own = rows.Column(PointPairsJob.Nearest);
        double[] closeness = rows.Column(PointPairsJob.Closeness);
        double sum = Sums.Sum([.. own.Select((distance, point) => closeness[point] * Math.Pow(nearest / distance, p))]);
        return Math.Pow(sum, 1 / p) / nearest;
    }

    private static bool HasOnePerStratum(double[] values)
    {
        bool[] taken = new bool[values.Length];
        foreach (double value in values)
        {
            int stratum = StratumOf(value, values.Length);
            if (taken[stratum])
            {
                return false;
            }

            taken[stratum] = true;
        }

        return true;
    }

    // The product may be rounded over the border of a stratum, the quotients are the borders themselves.
    private static int StratumOf(double value, int strata)
    {
        int stratum = (int)(value * strata);
        stratum += (double)(stratum + 1) / strata <= value ? 1 : 0;
        stratum -= (double)stratum / strata > value ? 1 : 0;
        return Math.Min(stratum, strata - 1);
    }

    private static double GreatestCorrelation(ExperimentalDesign design)
    {
        Deviations[] columns = [.. Enumerable.Range(0, design.Inputs).Select(input => Deviations.Of(design.Column(input)))];
        double greatest = design.Inputs < 2 || columns.Any(column => column.AreZero) ? double.NaN : 0;
        for (int input = 0; input < columns.Length && !double.IsNaN(greatest); input++)
        {
            for (int other = 0; other < input; other++)
            {
                double length = Math.Sqrt(columns[input].SumOfSquares) * Math.Sqrt(columns[other].SumOfSquares);
                greatest = Math.Max(greatest, Math.Min(1, Math.Abs(Sums.Dot(columns[input].Z, columns[other].Z)) / length));
            }
        }

        return greatest;
    }
}
