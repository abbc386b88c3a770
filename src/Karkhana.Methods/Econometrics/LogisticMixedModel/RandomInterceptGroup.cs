namespace Karkhana.Methods.Econometrics;

/// <summary>The integral of a group's likelihood over its random intercept by adaptive Gauss–Hermite quadrature, with its exact
/// first derivatives.</summary>
/// <remarks>
/// With intercept σv, v standard normal, g(v) = Σ ln p(y | η + σv) − v²/2 has its mode at v̂ and −g'' = H there. The nodes are
/// v̂ + z/√H with the nodes z of the normal rule; one node is Laplace's method. The derivatives take along that v̂ and H move
/// with the parameters. Cost: nodes + some five passes over the rows of the group.
/// </remarks>
internal sealed class RandomInterceptGroup(GroupedTrials trials, double[] nodes, double[] weights)
{
    private const int MostSteps = 100;
    private const double LongestStep = 2; // of σv: Newton's steps overshoot where the curve is flat
    private const double Enough = 1e-9;

    private readonly double[] _index = new double[Longest(trials)];
    private readonly double[] _residuals = new double[Longest(trials) * nodes.Length];
    private readonly double[] _chances = new double[nodes.Length];
    private readonly double[] _scores = new double[nodes.Length];
    private readonly double[] _first = new double[trials.Terms];
    private readonly double[] _second = new double[trials.Terms];

    private int _start;
    private int _rows;
    private double _sigma;
    private Curve _curve;

    /// <summary>Gets the mode of the standardised intercept of the last group.</summary>
    public double Mode { get; private set; }

    /// <summary>Gets minus the second derivative there.</summary>
    public double Curvature => 1 + (_sigma * _sigma * _curve.Weight);

    /// <summary>Gives the logarithm of the integral and adds its derivatives by the coefficients and by σ.</summary>
    /// <param name="group">The group.</param>
    /// <param name="parameters">Coefficients, then σ.</param>
    /// <param name="mode">Where to begin to look for the mode.</param>
    /// <param name="gradient">Receives the derivatives.</param>
    public double Evaluate(int group, ReadOnlySpan<double> parameters, double mode, Span<double> gradient)
    {
        (_start, _rows) = (trials.Starts[group], trials.Starts[group + 1] - trials.Starts[group]);
        _sigma = parameters[^1];
        FillIndex(parameters);
        Mode = FindMode(mode);
        _curve = CurveAt(Mode, (_first, _second));
        double value = Integrate();
        AddGradient(gradient);
        return value;
    }

    private static int Longest(GroupedTrials trials) =>
        Enumerable.Range(0, trials.Groups).Max(group => trials.Starts[group + 1] - trials.Starts[group]);

    private void FillIndex(ReadOnlySpan<double> parameters)
    {
        int k = trials.Terms;
        for (int i = 0; i < _rows; i++)
        {
            ReadOnlySpan<double> cells = trials.Cells.AsSpan((_start + i) * k, k);
            double index = 0;
            for (int j = 0; j < k; j++)
            {
                index += parameters[j] * cells[j];
            }

            _index[i] = index;
        }
    }

    private double FindMode(double mode)
    {
        for (int step = 0; step < MostSteps; step++)
        {
            (double score, double weight) = (0, 0);
            for (int i = 0; i < _rows; i++)
            {
                double m = trials.Trials[_start + i];
                double p = Chance(_index[i] + (_sigma * mode));
                score += trials.Successes[_start + i] - (m * p);
                weight += m * p * (1 - p);
            }

            double move = ((_sigma * score) - mode) / (1 + (_sigma * _sigma * weight));
            if (Math.Abs(_sigma * move) > LongestStep)
            {
                move = LongestStep / Math.Abs(_sigma) * Math.Sign(move);
            }

            mode += move;
            if (Math.Abs(move) < Enough)
            {
                break;
            }
        }

        return mode;
    }

    private Curve CurveAt(double mode, (double[] First, double[] Second) sums)
    {
        int k = trials.Terms;
        Array.Clear(sums.First);
        Array.Clear(sums.Second);
        (double score, double weight, double bend) = (0, 0, 0);
        for (int i = 0; i < _rows; i++)
        {
            double m = trials.Trials[_start + i];
            double p = Chance(_index[i] + (_sigma * mode));
            double w = m * p * (1 - p);
            double b = w * (1 - (2 * p));
            score += trials.Successes[_start + i] - (m * p);
            weight += w;
            bend += b;
            ReadOnlySpan<double> cells = trials.Cells.AsSpan((_start + i) * k, k);
            for (int j = 0; j < k; j++)
            {
                sums.First[j] += w * cells[j];
                sums.Second[j] += b * cells[j];
            }
        }

        return new Curve(score, weight, bend);
    }

    // Leaves the shares of the nodes, their scores and their residuals behind.
    private double Integrate()
    {
        double root = 1 / Math.Sqrt(Curvature);
        double greatest = double.NegativeInfinity;
        for (int q = 0; q < nodes.Length; q++)
        {
            double v = Mode + (nodes[q] * root);
            (double log, double score) = (0, 0);
            for (int i = 0; i < _rows; i++)
            {
                double at = _index[i] + (_sigma * v);
                (double y, double m) = (trials.Successes[_start + i], trials.Trials[_start + i]);
                double odds = Math.Exp(-Math.Abs(at));
                double p = at >= 0 ? 1 / (1 + odds) : odds / (1 + odds);
                log += (y * at) - (m * (Math.Max(at, 0) + Math.Log(1 + odds)));
                score += _residuals[(q * _rows) + i] = y - (m * p);
            }

            _scores[q] = score;
            _chances[q] = Math.Log(weights[q]) + (0.5 * nodes[q] * nodes[q]) + log - (0.5 * v * v);
            greatest = Math.Max(greatest, _chances[q]);
        }

        double sum = 0;
        for (int q = 0; q < nodes.Length; q++)
        {
            sum += _chances[q] = Math.Exp(_chances[q] - greatest);
        }

        for (int q = 0; q < nodes.Length; q++)
        {
            _chances[q] /= sum;
        }

        return greatest + Math.Log(sum) - (0.5 * Math.Log(Curvature));
    }

    private void AddGradient(Span<double> gradient)
    {
        double root = 1 / Math.Sqrt(Curvature);
        (double along, double spread, double bySigma) = (0, 0, 0);
        for (int q = 0; q < nodes.Length; q++)
        {
            double v = Mode + (nodes[q] * root);
            double slope = _chances[q] * ((_sigma * _scores[q]) - v); // of g at the node
            along += slope;
            spread += slope * nodes[q];
            bySigma += _chances[q] * _scores[q] * v;
        }

        AddResiduals(gradient);
        double byCurvature = -(0.5 * spread * root / Curvature) - (0.5 / Curvature);
        for (int j = 0; j < trials.Terms; j++)
        {
            double mode = -_sigma * _first[j] / Curvature;
            gradient[j] += (along * mode) + (byCurvature * _sigma * _sigma * (_second[j] + (_sigma * _curve.Bend * mode)));
        }

        double modeBySigma = (_curve.Score - (_sigma * Mode * _curve.Weight)) / Curvature;
        double curvatureBySigma = (2 * _sigma * _curve.Weight) + (_sigma * _sigma * _curve.Bend * (Mode + (_sigma * modeBySigma)));
        gradient[trials.Terms] += bySigma + (along * modeBySigma) + (byCurvature * curvatureBySigma);
    }

    private void AddResiduals(Span<double> gradient)
    {
        int k = trials.Terms;
        for (int i = 0; i < _rows; i++)
        {
            double residual = 0;
            for (int q = 0; q < nodes.Length; q++)
            {
                residual += _chances[q] * _residuals[(q * _rows) + i];
            }

            ReadOnlySpan<double> cells = trials.Cells.AsSpan((_start + i) * k, k);
            for (int j = 0; j < k; j++)
            {
                gradient[j] += residual * cells[j];
            }
        }
    }

    private static double Chance(double index) => 1 / (1 + Math.Exp(-index));

    /// <summary>Sums over the rows at the mode: of y − mp, of w = mp(1 − p), and of w(1 − 2p).</summary>
    private readonly record struct Curve(double Score, double Weight, double Bend);
}
