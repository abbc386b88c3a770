namespace Karkhana.Methods.Psychometrics;

/// <summary>P(X ≥ c) = σ(aθ + d_c): the graded model, and with two categories those of one and two parameters.</summary>
/// <remarks>
/// With z_c = aθ + d_c, ln P_c = ln σ(z_c) + ln σ(−z_{c+1}) + ln(1 − exp(z_{c+1} − z_c)); u = ∂ ln P_c/∂z_c = σ(−z_c)/(σ(−z_{c+1}) g)
/// and l = −∂ ln P_c/∂z_{c+1} = σ(z_{c+1})/(σ(z_c) g), g the last factor: none of them loses digits in a tail. ∂²/∂z_c² = u(1 −
/// 2σ_c) − u², ∂²/∂z_{c+1}² = −l(1 − 2σ_{c+1}) − l², mixed u·l.
/// </remarks>
internal sealed class CumulativeCurve : ItemCurve
{
    /// <inheritdoc/>
    public override bool Touches(int category, int parameter) =>
        parameter == 0 || parameter == category || parameter == category + 1;

    /// <inheritdoc/>
    public override bool IsFeasible(ReadOnlySpan<double> parameters)
    {
        for (int k = 2; k < parameters.Length; k++)
        {
            if (!(parameters[k] < parameters[k - 1]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override void Fill(double theta, ReadOnlySpan<double> parameters, CurvePoint into)
    {
        int steps = parameters.Length - 1;
        into.Scores.Clear();
        into.Logs.Clear();
        for (int k = 0; k < steps; k++)
        {
            double z = Math.Clamp((parameters[0] * theta) + parameters[k + 1], -FarthestLogit, FarthestLogit);
            double small = Math.Exp(-Math.Abs(z));
            double near = 1 / (1 + small);
            (into.Passes[k], into.Fails[k]) = z >= 0 ? (near, small * near) : (small * near, near);
            double logNear = -Math.Log(1 + small);
            into.Logs[k + 1] += z >= 0 ? logNear : z + logNear;
            into.Logs[k] += z >= 0 ? logNear - z : logNear;
        }

        for (int c = 0; c <= steps; c++)
        {
            double gap = c == 0 || c == steps ? 1 : OneLessExp(parameters[c + 1] - parameters[c]);
            double upper = c == 0 ? 0 : into.Fails[c - 1] / ((c == steps ? 1 : into.Fails[c]) * gap);
            double lower = c == steps ? 0 : into.Passes[c] / ((c == 0 ? 1 : into.Passes[c - 1]) * gap);
            Span<double> scores = into.Scores.Slice(c * parameters.Length, parameters.Length);
            into.Logs[c] += gap == 1 ? 0 : Math.Log(gap);
            scores[0] = theta * (upper - lower);
            scores[c] += c == 0 ? 0 : upper;
            if (c < steps)
            {
                scores[c + 1] = -lower;
            }
        }
    }

    /// <inheritdoc/>
    public override void AddCurvature(double theta, CurvePoint point, ReadOnlySpan<double> counts, Span<double> matrix)
    {
        int width = point.Parameters;
        double before = 0;
        for (int k = 0; k < width - 1; k++)
        {
            double tilt = point.Fails[k] - point.Passes[k];
            double upper = point.Scores[((k + 1) * width) + k + 1];
            double lower = -point.Scores[(k * width) + k + 1];
            double own = (counts[k + 1] * ((upper * tilt) - (upper * upper))) - (counts[k] * ((lower * tilt) + (lower * lower)));
            double after = k + 2 == width ? 0 : counts[k + 1] * upper * -point.Scores[((k + 1) * width) + k + 2];
            matrix[((k + 1) * width) + k + 1] += own;
            matrix[((k + 1) * width) + k] += k == 0 ? 0 : before;
            matrix[(k + 1) * width] += theta * (before + own + after);
            matrix[0] += theta * theta * (before + own + after);
            before = after;
        }
    }

    // 1 − exp(x) for x below 0: near 0 the difference would lose its digits.
    private static double OneLessExp(double x)
    {
        double half = Math.Tanh(x / 2);
        return -2 * half / (1 - half);
    }
}
