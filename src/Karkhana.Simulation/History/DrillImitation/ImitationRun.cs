using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>One draw of network and luck, in which the two rates can be tried out.</summary>
/// <remarks>
/// A firm begins to make the drill in a quarter when an exponential time that was drawn for it once falls below a quarter of
/// its yearly hazard base + b·(advisers who make it). The times are the same whatever the rates, so more of either never
/// makes fewer makers, and the least rate that reaches a count is well defined.
/// </remarks>
internal sealed class ImitationRun
{
    /// <summary>The greatest rate that is tried, per year.</summary>
    public const double MostRate = 1000;

    private const int QuartersPerYear = 4;
    private const int Halvings = 40; // to 1e-9 per year

    private readonly int[] _advisers;
    private readonly double[] _times;
    private readonly int _firms;
    private readonly int _first;
    private readonly bool[] _makes;
    private readonly bool[] _next;

    public ImitationRun(DrillImitationOptions options, int replicate)
    {
        AddressedDraw draws = new(options.Seed, replicate);
        _firms = options.Firms;
        _advisers = AdviceNetwork.Draw(options, draws);
        _first = (int)(_firms * draws.Uniform(RandomPurpose.ScenarioEvent, 0, -1));
        int quarters = QuartersPerYear * (options.LastYear - options.FirstMakerYear);
        _times = new double[quarters * _firms];
        for (int quarter = 0; quarter < quarters; quarter++)
        {
            for (int firm = 0; firm < _firms; firm++)
            {
                _times[(quarter * _firms) + firm] = -QuartersPerYear * Math.Log(draws.Uniform(RandomPurpose.ScenarioEvent, quarter, firm));
            }
        }

        (_makes, _next) = (new bool[_firms], new bool[_firms]);
    }

    /// <summary>Counts the makers at the end of each year, from the year of the first maker.</summary>
    public void Makers(double baseRate, double imitation, Span<double> byYear)
    {
        Array.Clear(_makes);
        _makes[_first] = true;
        byYear[0] = 1;
        for (int year = 1; year < byYear.Length; year++)
        {
            for (int quarter = (year - 1) * QuartersPerYear; quarter < year * QuartersPerYear; quarter++)
            {
                Step(quarter, baseRate, imitation);
            }

            byYear[year] = _makes.AsSpan().Count(true);
        }
    }

    /// <summary>Finds the least imitation at which the count is reached; infinite when none reaches it.</summary>
    public double LeastImitation(double baseRate, int years, int makers) =>
        Least(rate => Count(baseRate, rate, years) >= makers);

    /// <summary>Finds the least base rate at which the count is reached without imitation.</summary>
    public double LeastBase(int years, int makers) => Least(rate => Count(rate, 0, years) >= makers);

    private static double Least(Func<double, bool> reaches)
    {
        if (reaches(0))
        {
            return 0;
        }

        if (!reaches(MostRate))
        {
            return double.PositiveInfinity;
        }

        (double low, double high) = (0, MostRate);
        for (int halving = 0; halving < Halvings; halving++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = reaches(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }

    private double Count(double baseRate, double imitation, int years)
    {
        double[] byYear = new double[years + 1];
        Makers(baseRate, imitation, byYear);
        return byYear[years];
    }

    private void Step(int quarter, double baseRate, double imitation)
    {
        int each = _advisers.Length / _firms;
        for (int firm = 0; firm < _firms; firm++)
        {
            int making = 0;
            foreach (int adviser in _advisers.AsSpan(firm * each, each))
            {
                making += _makes[adviser] ? 1 : 0;
            }

            _next[firm] = _makes[firm] || _times[(quarter * _firms) + firm] <= baseRate + (imitation * making);
        }

        _next.CopyTo(_makes, 0);
    }
}
