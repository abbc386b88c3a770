using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Mantel–Haenszel comparison of one item over strata of equal score.</summary>
/// <remarks>
/// Two answers: as the measure's remarks say. More: Mantel's χ² of the sum of the answers, the cumulative odds ratio of Liu
/// and Agresti Σ_k Σ_j A D/N over Σ_k Σ_j B C/N with the answers cut between j and j + 1, and the mean difference in
/// answers. Variance of its logarithm: that of Robins, Breslow and Greenland for each cut, ½(AD + ψBC)(A + D + ψ(B + C));
/// for two cuts, ′ the higher, the products' unbiased estimates AA′D + A′DD′ − A′D − ψ(A − A′)DC′ − ψBA′(C − C′) + ψ²(BB′C′ +
/// BCC′ − BC′), each over N², together over (ΣΣ AD/N)².
/// </remarks>
internal static class MantelHaenszel
{
    private const double OneSided95 = 1.6448536269514722;
    private const double DeltaOfLogarithm = -2.35;

    public static ItemDifference Of(MatchedItem item, bool continuityCorrection)
    {
        double[] values = item.Values.Length == 2 ? [0, 1] : item.Values; // the correction is half of a right answer
        Moments moments = MomentsOf(item, values);
        double oddsRatio = moments.Favouring / moments.Against;
        double error = LogError(item, oddsRatio, moments.Favouring);
        double away = Math.Abs(moments.Difference);
        double corrected = continuityCorrection && values.Length == 2 ? Math.Max(0, away - 0.5) : away;
        double statistic = moments.Variance > 0 ? corrected * corrected / moments.Variance : double.NaN;
        ItemDifference difference = new()
        {
            Item = item.Name,
            OddsRatio = oddsRatio,
            LogOddsRatioStandardError = error,
            Statistic = statistic,
            PValue = ChiSquare.UpperTail(statistic, 1),
            Delta = DeltaOfLogarithm * Math.Log(oddsRatio),
            StandardisedDifference = moments.Weighted / moments.Focal,
            Strata = moments.Strata,
            Unmatched = 1 - (moments.Respondents / item.Respondents),
            Separated = oddsRatio == 0 || double.IsPositiveInfinity(oddsRatio),
        };
        string? letter = values.Length == 2 ? BinaryClass(difference) : PolytomousClass(difference, Spread(item, values));
        return difference with { Class = letter, Flagged = letter is "B" or "C" };
    }

    // Dorans and Holland 1993: C needs a delta that is significantly beyond 1.
    private static string? BinaryClass(ItemDifference difference)
    {
        double size = Math.Abs(difference.Delta);
        double beyond = (size - 1) / (-DeltaOfLogarithm * difference.LogOddsRatioStandardError);
        return double.IsNaN(difference.PValue) || double.IsNaN(size) ? null
            : size < 1 || difference.PValue >= 0.05 ? "A"
            : size >= 1.5 && beyond > OneSided95 ? "C"
            : "B";
    }

    // The classes of the National Assessment of Educational Progress, by the mean difference in standard deviations.
    private static string? PolytomousClass(ItemDifference difference, double spread)
    {
        double size = Math.Abs(difference.StandardisedDifference) / spread;
        return double.IsNaN(difference.PValue) || double.IsNaN(size) ? null
            : size <= 0.17 || difference.PValue >= 0.05 ? "A"
            : size > 0.25 ? "C"
            : "B";
    }

    private static Moments MomentsOf(MatchedItem item, double[] values)
    {
        Moments sum = default;
        for (int stratum = 0; stratum < item.Scores.Length; stratum++)
        {
            ReadOnlySpan<double> reference = item.Counts(stratum, false);
            ReadOnlySpan<double> focal = item.Counts(stratum, true);
            (double first, double second) = (Sums.Sum(reference), Sums.Sum(focal));
            if (first > 0 && second > 0)
            {
                sum = sum.With(values, reference, focal);
            }
        }

        return sum;
    }

    private static double LogError(MatchedItem item, double oddsRatio, double favouring)
    {
        double variance = 0;
        for (int stratum = 0; stratum < item.Scores.Length; stratum++)
        {
            ReadOnlySpan<double> reference = item.Counts(stratum, false);
            ReadOnlySpan<double> focal = item.Counts(stratum, true);
            double all = Sums.Sum(reference) + Sums.Sum(focal);
            for (int cut = 1; cut < reference.Length && Sums.Sum(reference) > 0 && Sums.Sum(focal) > 0; cut++)
            {
                Cut lower = Cut.At(cut, reference, focal);
                variance += lower.OwnVariance(oddsRatio) / (all * all);
                for (int higher = cut + 1; higher < reference.Length; higher++)
                {
                    variance += 2 * lower.SharedVariance(Cut.At(higher, reference, focal), oddsRatio) / (all * all);
                }
            }
        }

        return variance > 0 && favouring > 0 ? Math.Sqrt(variance) / favouring : double.NaN;
    }

    // Standard deviation (n − 1) of the answers of both groups together.
    private static double Spread(MatchedItem item, double[] values)
    {
        (double count, double sum, double squares) = (0, 0, 0);
        for (int place = 0; place < 2 * item.Scores.Length; place++)
        {
            ReadOnlySpan<double> counts = item.Counts(place / 2, place % 2 == 1);
            for (int c = 0; c < values.Length; c++)
            {
                double value = values[c] - values[0]; // near the data, so that the difference of squares keeps its digits
                count += counts[c];
                sum += counts[c] * value;
                squares += counts[c] * value * value;
            }
        }

        return Math.Sqrt((squares - (sum * sum / count)) / (count - 1));
    }

    private readonly record struct Moments(
        double Difference, double Variance, double Favouring, double Against, double Weighted, double Focal)
    {
        public int Strata { get; private init; }

        public double Respondents { get; private init; }

        public Moments With(double[] values, ReadOnlySpan<double> reference, ReadOnlySpan<double> focal)
        {
            (double first, double second) = (Sums.Sum(reference), Sums.Sum(focal));
            double all = first + second;
            (double own, double other, double squares) = (Sums.Dot(values, reference), Sums.Dot(values, focal), 0);
            double middle = (own + other) / all;
            for (int c = 0; c < values.Length; c++)
            {
                squares += (reference[c] + focal[c]) * (values[c] - middle) * (values[c] - middle);
            }

            (double favouring, double against) = (Favouring, Against);
            for (int cut = 1; cut < values.Length; cut++)
            {
                Cut at = Cut.At(cut, reference, focal);
                favouring += at.A * at.D / all;
                against += at.B * at.C / all;
            }

            return new Moments(
                Difference + own - (first * middle),
                Variance + (first * second / (all * (all - 1)) * squares),
                favouring,
                against,
                Weighted + (second * ((other / second) - (own / first))),
                Focal + second)
            {
                Strata = Strata + 1,
                Respondents = Respondents + all,
            };
        }
    }

    /// <summary>A stratum cut in two: A, C reached the cut, B, D did not; A, B reference, C, D focal.</summary>
    private readonly record struct Cut(double A, double B, double C, double D)
    {
        public static Cut At(int cut, ReadOnlySpan<double> reference, ReadOnlySpan<double> focal) => new(
            Sums.Sum(reference[cut..]), Sums.Sum(reference[..cut]), Sums.Sum(focal[cut..]), Sums.Sum(focal[..cut]));

        public double OwnVariance(double ratio) =>
            ((A * D) + (ratio * B * C)) * (A + D + (ratio * (B + C))) / 2;

        public double SharedVariance(Cut higher, double ratio) =>
            (A * higher.A * D) + (higher.A * D * higher.D) - (higher.A * D)
            - (ratio * (A - higher.A) * D * higher.C)
            - (ratio * B * higher.A * (C - higher.C))
            + (ratio * ratio * ((B * higher.B * higher.C) + (B * C * higher.C) - (B * higher.C)));
    }
}
