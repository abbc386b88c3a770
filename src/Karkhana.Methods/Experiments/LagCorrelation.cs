using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Experiments;

/// <summary>Correlations of a series with itself some steps later, each computed when it is asked for.</summary>
/// <remarks>r_l = Σ z_t z_{t+l}/Σ z², both sums over the same divisor n, so that the sequence is positive definite. Cost: n per lag.</remarks>
internal sealed class LagCorrelation
{
    private readonly double[] _centred;
    private readonly double _squares;

    public LagCorrelation(double[] values)
    {
        _centred = OutputSeries.Centred(values);
        _squares = Sums.Dot(_centred, _centred);
    }

    /// <summary>Gets whether the values differ.</summary>
    public bool Varies => _squares > 0;

    /// <summary>Gives the correlation at a lag below the length; NaN when the values do not differ.</summary>
    public double At(int lag) => Varies
        ? Sums.Dot(_centred.AsSpan(0, _centred.Length - lag), _centred.AsSpan(lag)) / _squares
        : double.NaN;

    /// <summary>Gives the correlations at lags 1 to <paramref name="lags"/>.</summary>
    public double[] UpTo(int lags) => [.. Enumerable.Range(1, lags).Select(At)];
}
