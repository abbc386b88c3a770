namespace Karkhana.Methods.Psychometrics;

/// <summary>How likely a respondent's pattern of answers is at a score, as a standard score.</summary>
/// <remarks>
/// Per item e = Σ P ln P, v = Σ P (ln P)² − e²; l = Σ ln P_x; lz = (l − Σe)/√Σv. Corrected for the score having been
/// estimated from the same answers: with s = P'/P, information I = Σ Σ P s² and c = Σ Σ P' ln P / I, the sum of (ln P_x − e −
/// c s_x) over √(Σv − c²I). For two categories this is the statistic of Snijders, whose r₀ makes Σ s_x vanish together with
/// it.
/// </remarks>
internal struct PatternLikelihood
{
    private const double LeastProbability = 1e-300;

    private double _away;
    private double _variance;
    private double _slope;
    private double _information;
    private double _shared;

    /// <summary>Gets lz; NaN when the pattern was certain.</summary>
    public readonly double Standardised => _variance > 0 ? _away / Math.Sqrt(_variance) : double.NaN;

    /// <summary>Gets the corrected lz; NaN when the score takes up all that patterns can differ in.</summary>
    public readonly double Corrected
    {
        get
        {
            double share = _information > 0 ? _shared / _information : double.NaN;
            double left = _variance - (share * _shared);
            return left > 1e-10 * _variance ? (_away - (share * _slope)) / Math.Sqrt(left) : double.NaN;
        }
    }

    public void Add(int category, CurveDerivatives curves)
    {
        (double mean, double square) = (0, 0);
        for (int c = 0; c < curves.Probability.Length; c++)
        {
            double probability = curves.Probability[c];
            double log = Math.Log(Math.Max(LeastProbability, probability));
            mean += probability * log;
            square += probability * log * log;
            _shared += curves.First[c] * log;
            _information += probability > 0 ? curves.First[c] * curves.First[c] / probability : 0;
        }

        double chosen = Math.Max(LeastProbability, curves.Probability[category]);
        _away += Math.Log(chosen) - mean;
        _variance += square - (mean * mean);
        _slope += curves.First[category] / chosen;
    }
}
