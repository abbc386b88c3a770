using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>The unit in which an outcome has mean 0 (unless there is no constant) and spread 1.</summary>
/// <param name="Mean">What is taken off.</param>
/// <param name="Spread">What it is divided by.</param>
internal sealed record OutcomeUnit(double Mean, double Spread)
{
    public static OutcomeUnit Of(double[] outcome, bool hasConstant)
    {
        double mean = hasConstant ? Sums.Mean(outcome) : 0;
        double squares = 0;
        foreach (double value in outcome)
        {
            squares += (value - mean) * (value - mean);
        }

        double spread = Math.Sqrt(squares / outcome.Length);
        return new OutcomeUnit(mean, spread > 0 ? spread : 1);
    }

    public double Of(double value) => (value - Mean) / Spread;
}
