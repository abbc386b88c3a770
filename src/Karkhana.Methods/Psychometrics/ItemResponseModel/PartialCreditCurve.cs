namespace Karkhana.Methods.Psychometrics;

/// <summary>P(X = c) ∝ exp(c aθ + d_c), d_0 = 0: the (generalised) partial credit model.</summary>
/// <remarks>∂ ln P_c/∂a = θ(c − E), ∂ ln P_c/∂d_k = 1{c = k} − P_k; the second derivatives are minus the covariances of the
/// statistics θX and 1{X = k}, the same for every category.</remarks>
internal sealed class PartialCreditCurve : ItemCurve
{
    /// <inheritdoc/>
    public override void Fill(double theta, ReadOnlySpan<double> parameters, CurvePoint into)
    {
        int width = parameters.Length;
        double greatest = 0;
        into.Logs[0] = 0;
        for (int c = 1; c < width; c++)
        {
            into.Logs[c] = (c * parameters[0] * theta) + parameters[c];
            greatest = Math.Max(greatest, into.Logs[c]);
        }

        double total = 0;
        for (int c = 0; c < width; c++)
        {
            total += Math.Exp(into.Logs[c] - greatest);
        }

        double shift = greatest + Math.Log(total);
        double expected = 0;
        for (int c = 0; c < width; c++)
        {
            into.Logs[c] -= shift;
            into.Passes[c] = Math.Exp(into.Logs[c]);
            expected += c * into.Passes[c];
        }

        for (int c = 0; c < width; c++)
        {
            Span<double> scores = into.Scores.Slice(c * width, width);
            scores[0] = theta * (c - expected);
            for (int k = 1; k < width; k++)
            {
                scores[k] = (c == k ? 1 : 0) - into.Passes[k];
            }
        }
    }

    /// <inheritdoc/>
    public override void AddCurvature(double theta, CurvePoint point, ReadOnlySpan<double> counts, Span<double> matrix)
    {
        int width = point.Parameters;
        double total = 0;
        double expected = 0;
        for (int c = 0; c < width; c++)
        {
            total += counts[c];
            expected += c * point.Passes[c];
        }

        for (int k = 0; k < width; k++)
        {
            double away = k - expected;
            double chance = point.Passes[k];
            matrix[0] -= total * theta * theta * chance * away * away;
            if (k > 0)
            {
                matrix[k * width] -= total * theta * chance * away;
                for (int other = 1; other <= k; other++)
                {
                    matrix[(k * width) + other] -= total * chance * ((other == k ? 1 : 0) - point.Passes[other]);
                }
            }
        }
    }
}
