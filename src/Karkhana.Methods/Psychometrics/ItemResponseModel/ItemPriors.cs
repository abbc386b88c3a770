namespace Karkhana.Methods.Psychometrics;

/// <summary>The logarithm of the priors of an item and its derivatives in slope-intercept form.</summary>
/// <remarks>
/// Slope: lognormal(0, s) on |a|, so that an item keyed the other way keeps its sign; as a density in a. Thresholds: normal(0, s) on
/// b_c = −δ_c/a with δ_c the intercept, or the difference of neighbouring ones in the partial credit family. Guessing: normal on
/// the logit. Constants that do not depend on parameters are left out.
/// </remarks>
internal sealed class ItemPriors(ItemResponseModelOptions options)
{
    private readonly double _guessing = Math.Log(options.PriorGuessingCentre / (1 - options.PriorGuessingCentre));

    /// <summary>Gets a value indicating whether there is none.</summary>
    public bool IsEmpty => options.PriorSlope is null && options.PriorThreshold is null && !HasGuessing;

    /// <summary>Says whether a slope may go from one value to another: not past 0, where its prior has no density.</summary>
    public bool Allows(double slope, double next) => options.PriorSlope is null || slope * next > 0;

    private bool HasGuessing => options.Model == ItemModel.ThreeParameter && options.PriorGuessing is not null;

    /// <summary>Adds the derivatives and gives the value.</summary>
    /// <param name="parameters">The item's parameters.</param>
    /// <param name="withSlope">Whether the slope is the item's own, so that its prior counts here.</param>
    /// <param name="gradient">Receives the first derivatives.</param>
    /// <param name="curvature">Receives the second derivatives in the lower triangle, row by row.</param>
    public double Add(ReadOnlySpan<double> parameters, bool withSlope, Span<double> gradient, Span<double> curvature)
    {
        double slope = parameters[0];
        double value = 0;
        if (withSlope && options.PriorSlope is { } slopeDeviation)
        {
            double log = Math.Log(Math.Abs(slope));
            double precision = 1 / (slopeDeviation * slopeDeviation);
            value -= log + (log * log * precision / 2);
            gradient[0] -= (1 + (log * precision)) / slope;
            curvature[0] += (1 + (log * precision) - precision) / (slope * slope);
        }

        if (options.PriorThreshold is { } deviation)
        {
            value += AddThresholds(parameters, 1 / (deviation * deviation), gradient, curvature);
        }

        if (HasGuessing)
        {
            double precision = 1 / (options.PriorGuessing!.Value * options.PriorGuessing.Value);
            double away = parameters[2] - _guessing;
            value -= away * away * precision / 2;
            gradient[2] -= away * precision;
            curvature[8] -= precision;
        }

        return value;
    }

    // b = −δ/a: ∂b/∂δ = −1/a, ∂b/∂a = −b/a, ∂²b/∂a∂δ = 1/a², ∂²b/∂a² = 2b/a².
    private double AddThresholds(ReadOnlySpan<double> parameters, double precision, Span<double> gradient, Span<double> curvature)
    {
        int width = parameters.Length;
        int steps = options.Model == ItemModel.ThreeParameter ? 1 : width - 1;
        double slope = parameters[0];
        double value = 0;
        for (int c = 1; c <= steps; c++)
        {
            int before = options.Model.IsPartialCredit() && c > 1 ? c - 1 : 0; // 0: the intercept stands alone
            double threshold = -(parameters[c] - (before > 0 ? parameters[before] : 0)) / slope;
            double byIntercept = threshold * precision / slope;
            double mixed = -2 * threshold * precision / (slope * slope);
            double own = -precision / (slope * slope);
            value -= threshold * threshold * precision / 2;
            gradient[0] += threshold * threshold * precision / slope;
            gradient[c] += byIntercept;
            curvature[0] -= 3 * threshold * threshold * precision / (slope * slope);
            curvature[c * width] += mixed;
            curvature[(c * width) + c] += own;
            if (before > 0)
            {
                gradient[before] -= byIntercept;
                curvature[before * width] -= mixed;
                curvature[(before * width) + before] += own;
                curvature[(c * width) + before] -= own;
            }
        }

        return value;
    }
}
