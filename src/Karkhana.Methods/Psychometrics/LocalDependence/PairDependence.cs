using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What two items share beyond the latent variable.</summary>
internal sealed class PairDependence
{
    private readonly ModelledResponses _modelled;
    private readonly double[][] _residuals; // by item, then respondent; NaN where there is no answer or score

    public PairDependence(ModelledResponses modelled, double[] scores)
    {
        _modelled = modelled;
        _residuals = [.. Enumerable.Range(0, modelled.Items).Select(item => Residuals(item, scores))];
    }

    /// <summary>Gives Q3: the correlation of the residuals of respondents who answered both items.</summary>
    public double Correlation(int item, int other)
    {
        (double[] left, double[] right) = (_residuals[item], _residuals[other]);
        int[] rows = [.. Enumerable.Range(0, left.Length).Where(row => !double.IsNaN(left[row]) && !double.IsNaN(right[row]))];
        double[] first = [.. rows.Select(row => left[row])];
        double[] second = [.. rows.Select(row => right[row])];
        (double meanFirst, double meanSecond) = (Sums.Mean(first), Sums.Mean(second));
        (double cross, double own, double others) = (0, 0, 0);
        for (int row = 0; row < first.Length; row++)
        {
            (double a, double b) = (first[row] - meanFirst, second[row] - meanSecond);
            cross += a * b;
            own += a * a;
            others += b * b;
        }

        // Residuals of one score only differ by rounding: no correlation can be read from them.
        double scale = 1e-20 * first.Length;
        return own > scale && others > scale ? cross / Math.Sqrt(own * others) : double.NaN;
    }

    /// <summary>Gives LD-X²: the table of both items against that expected under the model.</summary>
    public double ChiSquareOf(int item, int other)
    {
        int categories = _modelled.Responses.CategoryCount(other);
        double[] observed = new double[_modelled.Responses.CategoryCount(item) * categories];
        for (int row = 0; row < _modelled.Responses.Respondents; row++)
        {
            ReadOnlySpan<sbyte> answers = _modelled.Responses.Row(row);
            if (answers[item] >= 0 && answers[other] >= 0)
            {
                observed[(answers[item] * categories) + answers[other]]++;
            }
        }

        double all = Sums.Sum(observed);
        double statistic = 0;
        for (int cell = 0; cell < observed.Length; cell++)
        {
            double expected = all * Chance(item, cell / categories, other, cell % categories);
            double away = observed[cell] - expected;
            statistic += away == 0 ? 0 : away * away / expected;
        }

        return all > 0 ? statistic : double.NaN;
    }

    private double Chance(int item, int category, int other, int otherCategory)
    {
        ReadOnlySpan<double> left = _modelled.Curve(item, category);
        ReadOnlySpan<double> right = _modelled.Curve(other, otherCategory);
        double sum = 0;
        for (int q = 0; q < left.Length; q++)
        {
            sum += _modelled.Grid.Weights[q] * left[q] * right[q];
        }

        return sum;
    }

    private double[] Residuals(int item, double[] scores)
    {
        double[] residuals = new double[scores.Length];
        double[] probability = new double[_modelled.Responses.CategoryCount(item)];
        for (int row = 0; row < scores.Length; row++)
        {
            sbyte category = _modelled.Responses.Row(row)[item];
            residuals[row] = double.NaN;
            if (category != CategoryResponses.Missing && !double.IsNaN(scores[row]))
            {
                ResponseCurves.Probabilities(_modelled.Model, _modelled.Parameters, item, scores[row], probability);
                residuals[row] = category - CategoryMoments.Of(probability).Mean;
            }
        }

        return residuals;
    }
}
