using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>Scaled departures of curves from the centre of the simulated ones, summed up into one number per
/// curve.</summary>
internal sealed class CurveDepartures
{
    private readonly DepartureStatistic _statistic;
    private readonly double[] _centre;
    private readonly double[] _above;
    private readonly double[] _below;
    private readonly double[] _steps;

    /// <summary>Looks at the simulated curves. The last distance has no step behind it and is left out.</summary>
    public CurveDepartures(CurveSet curves, EnvelopeTestOptions options)
    {
        int used = curves.Distances.Count - 1;
        _statistic = options.Statistic;
        _centre = new double[used];
        _above = new double[used];
        _below = new double[used];
        _steps = new double[used];
        double[] column = new double[curves.Simulated.Count];
        for (int r = 0; r < used; r++)
        {
            _steps[r] = curves.Distances[r + 1] - curves.Distances[r];
            curves.Simulated.CopyColumn(r, column);
            double divisor = options.Centre == DepartureCentre.Mean ? column.Length : column.Length - 1.0;
            _centre[r] = Sums.Sum(column) / divisor;
            (_above[r], _below[r]) = Scales(column, _centre[r], options);
            if (!(_above[r] > 0) || !(_below[r] > 0) || double.IsNaN(curves.Observed[r]))
            {
                _steps[r] = double.NaN;
                LeftOut++;
            }
        }
    }

    /// <summary>Gets the number of distances without evidence: a curve is not defined there, or the simulated ones do
    /// not spread.</summary>
    public int LeftOut { get; }

    /// <summary>Gets a value indicating whether any distance gives evidence.</summary>
    public bool HasEvidence => LeftOut < _steps.Length;

    /// <summary>Gives the statistic of a curve.</summary>
    public double Of(ReadOnlySpan<double> curve)
    {
        double sum = 0;
        double greatest = 0;
        for (int r = 0; r < _steps.Length; r++)
        {
            if (double.IsNaN(_steps[r]))
            {
                continue;
            }

            double raw = curve[r] - _centre[r];
            double departure = Math.Abs(raw) / (raw >= 0 ? _above[r] : _below[r]);
            greatest = Math.Max(greatest, departure);
            sum += (_statistic == DepartureStatistic.Dclf ? departure * departure : departure) * _steps[r];
        }

        return _statistic == DepartureStatistic.Mad ? greatest : sum;
    }

    private static (double Above, double Below) Scales(double[] values, double centre, EnvelopeTestOptions options)
    {
        if (values.Any(double.IsNaN))
        {
            return (double.NaN, double.NaN);
        }

        double[] sorted = [.. values.Order()];
        double low = Quantiles.Type7(sorted, options.Alpha / 2);
        double high = Quantiles.Type7(sorted, 1 - (options.Alpha / 2));
        double deviation = Math.Sqrt(Sums.Variance(values));
        return options.Scaling switch
        {
            DepartureScaling.None => (1, 1),
            DepartureScaling.Quantile => (high - low, high - low),
            DepartureScaling.Studentised => (deviation, deviation),
            _ => (Math.Abs(high - centre), Math.Abs(centre - low)),
        };
    }
}
