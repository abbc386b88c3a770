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
        into.Scores.Clear();
        into.Logs.Clear();
        for (int boundary = 0; boundary < parameters.Length - 1; boundary++)
        {
            double z = Math.Clamp((parameters[0] * theta) + parameters[boundary + 1], -FarthestLogit, FarthestLogit);
            FillBoundary(z, boundary, into);
        }

        for (int category = 0; category < parameters.Length; category++)
        {
            FillCategory(theta, category, parameters, into);
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

    private static void FillBoundary(double z, int boundary, CurvePoint into)
    {
        double small = Math.Exp(-Math.Abs(z));
        double near = 1 / (1 + small);
        double logNear = -Math.Log(1 + small);
        (into.Passes[boundary], into.Fails[boundary]) = z >= 0 ? (near, small * near) : (small * near, near);
        into.Logs[boundary + 1] += z >= 0 ? logNear : z + logNear;
        into.Logs[boundary] += z >= 0 ? logNear - z : logNear;
    }

    private static void FillCategory(double theta, int category, ReadOnlySpan<double> parameters, CurvePoint into)
    {
        bool lowest = category == 0;
        bool highest = category == parameters.Length - 1;
        double gap = 1;
        if (!lowest && !highest)
        {
            gap = -Exponential.LessOne(parameters[category + 1] - parameters[category]);
            into.Logs[category] += Math.Log(gap);
        }

        double upper = lowest ? 0 : into.Fails[category - 1] / ((highest ? 1 : into.Fails[category]) * gap);
        double lower = highest ? 0 : into.Passes[category] / ((lowest ? 1 : into.Passes[category - 1]) * gap);
        Span<double> scores = into.Scores.Slice(category * parameters.Length, parameters.Length);
        scores[category] = upper;
        if (!highest)
        {
            scores[category + 1] = -lower;
        }

        scores[0] = theta * (upper - lower); // after the intercepts: the lowest category has none above
    }
}
