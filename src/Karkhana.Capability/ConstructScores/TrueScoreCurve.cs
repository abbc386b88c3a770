using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>The share of a scale that a firm is expected to reach at each value of the latent variable.</summary>
/// <remarks>T(θ) = Σ_j Σ_c v_jc P_jc(θ)/k with v_jc the mean share of the scale of the answers in category c of item j. Tabulated
/// in steps of 0.01 from −10 to 10 and read linearly between: error below 1e-5 for slopes up to 5. Source: Lord 1980,
/// Applications of Item Response Theory, chapter 4.</remarks>
internal sealed class TrueScoreCurve
{
    private const double Last = 10;
    private const double Step = 0.01;

    private readonly double[] _values;

    private TrueScoreCurve(double[] values) => _values = values;

    /// <summary>Tabulates the curve.</summary>
    /// <param name="parameters">The items.</param>
    /// <param name="shares">The share of the scale that each category stands for, by item.</param>
    public static TrueScoreCurve Of(ItemParameters parameters, IReadOnlyList<double[]> shares)
    {
        int points = (int)Math.Round(2 * Last / Step) + 1;
        double[] theta = [.. Enumerable.Range(0, points).Select(point => -Last + (point * Step))];
        ItemResponseFunctionResult curves = ItemResponseFunction.Estimate(
            parameters, new ItemResponseFunctionOptions { Model = ItemModel.Graded, Theta = theta });
        double[] weights = [.. shares.SelectMany(item => item)];
        double[] values = new double[points];
        for (int point = 0; point < points; point++)
        {
            for (int c = 0; c < weights.Length; c++)
            {
                values[point] += weights[c] * curves.Probability[(point * weights.Length) + c] / shares.Count;
            }
        }

        return new TrueScoreCurve(values);
    }

    /// <summary>Gives the expected share at a value; NaN for NaN.</summary>
    public double At(double theta)
    {
        (int left, double part) = Place(theta);
        return _values[left] + (part * (_values[left + 1] - _values[left])) + (double.IsNaN(theta) ? double.NaN : 0);
    }

    /// <summary>Gives its slope at a value.</summary>
    public double SlopeAt(double theta)
    {
        (int left, _) = Place(theta);
        return (_values[left + 1] - _values[left]) / Step;
    }

    private (int Left, double Part) Place(double theta)
    {
        double place = double.IsNaN(theta) ? 0 : (Math.Clamp(theta, -Last, Last) + Last) / Step;
        int left = Math.Min((int)place, _values.Length - 2);
        return (left, place - left);
    }
}
