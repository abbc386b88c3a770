using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The mean squares of a two-way table of subjects by raters.</summary>
/// <param name="Subjects">Subjects that every rater rated.</param>
/// <param name="Raters">Raters.</param>
/// <param name="Between">Mean square between subjects.</param>
/// <param name="Within">Mean square within subjects.</param>
/// <param name="OfRaters">Mean square between raters.</param>
/// <param name="Residual">Mean square of what is left.</param>
internal sealed record RatingVariance(
    int Subjects, int Raters, double Between, double Within, double OfRaters, double Residual)
{
    public static RatingVariance Of(RaterTable ratings)
    {
        int k = ratings.Raters.Count;
        int[] complete = [.. Enumerable.Range(0, ratings.Units).Where(
            unit => ratings.Ratings.All(rater => !double.IsNaN(rater[unit])))];
        int n = complete.Length;
        Require.That(n >= 2, nameof(ratings), $"must hold at least two subjects whom every rater rated; it had {n}");

        // About one rating, so that equal ratings far from zero differ by exactly nothing.
        double origin = ratings.Ratings[0][complete[0]];
        double[][] rows = [.. complete.Select(unit => ratings.Ratings.Select(rater => rater[unit] - origin).ToArray())];
        double[] subjects = [.. rows.Select(row => Sums.Mean(row))];
        double[] raters = [.. Enumerable.Range(0, k).Select(rater => Sums.Mean([.. rows.Select(row => row[rater])]))];
        double mean = Sums.Mean(subjects);
        double[] within = new double[n * k];
        double[] residual = new double[n * k];
        for (int cell = 0; cell < within.Length; cell++)
        {
            (int i, int j) = (cell / k, cell % k);
            within[cell] = rows[i][j] - subjects[i];
            residual[cell] = within[cell] - raters[j] + mean;
        }

        return new RatingVariance(
            n,
            k,
            k * Sums.Variance(subjects),
            Sums.Dot(within, within) / (n * (k - 1.0)),
            n * Sums.Variance(raters),
            Sums.Dot(residual, residual) / ((n - 1.0) * (k - 1)));
    }
}
