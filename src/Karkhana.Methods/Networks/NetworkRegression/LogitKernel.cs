using Karkhana.Methods.Econometrics;

namespace Karkhana.Methods.Networks;

/// <summary>The logit over pairs by maximum likelihood.</summary>
internal sealed class LogitKernel(double[] outcome, double[][] columns)
{
    private const int MostSteps = 25; // when a term separates ties from gaps, estimates grow for ever

    private readonly IndexLikelihood<LogitRow> _likelihood = new(new LogitRow(outcome), columns, [.. outcome.Select(_ => 1.0)]);

    public DyadFit Fit(double[] start)
    {
        Ascent ascent = NewtonAscent.Maximise(_likelihood, start, MostSteps);
        return new DyadFit(
            ascent.Estimates,
            [.. NewtonAscent.Inverse(ascent.Information).Diagonal().Select(Math.Sqrt)],
            double.NaN,
            -2 * ascent.Value,
            ascent.Converged);
    }
}
