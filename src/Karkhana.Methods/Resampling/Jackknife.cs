namespace Karkhana.Methods;

/// <summary>Standard errors of several estimates from leaving out one unit at a time, gathered without keeping what was left.</summary>
/// <remarks>
/// Variance (n − 1)/n Σ(θ₍ᵢ₎ − θ̄)², limits by Student's t with n − 1 degrees of freedom. Assumes estimates that are smooth in the units.
/// Source: Efron 1982, doi:10.1137/1.9781611970319, equation 3.1.
/// </remarks>
/// <param name="estimates">The estimates from all units.</param>
internal sealed class Jackknife(double[] estimates)
{
    private readonly double[] _sums = new double[estimates.Length];
    private readonly double[] _squares = new double[estimates.Length];
    private int _units;

    /// <summary>Adds the estimates without one of the units.</summary>
    public void Add(ReadOnlySpan<double> leftOut)
    {
        _units++;
        for (int place = 0; place < estimates.Length; place++)
        {
            double change = leftOut[place] - estimates[place];
            _sums[place] += change;
            _squares[place] += change * change;
        }
    }

    /// <summary>Gives errors and limits; NaN with fewer than two units.</summary>
    public BootstrapIntervals Intervals(double level)
    {
        double[] errors = new double[estimates.Length];
        for (int place = 0; place < errors.Length; place++)
        {
            double variance = _squares[place] - (_sums[place] * _sums[place] / _units);
            errors[place] = _units < 2 ? double.NaN : Math.Sqrt(Math.Max(0, variance) * (_units - 1) / _units);
        }

        double quantile = _units < 2 ? double.NaN : StudentT.Quantile((1 + level) / 2, _units - 1);
        return new BootstrapIntervals(
            errors,
            [.. estimates.Select((estimate, place) => estimate - (quantile * errors[place]))],
            [.. estimates.Select((estimate, place) => estimate + (quantile * errors[place]))],
            Lost: 0);
    }
}
