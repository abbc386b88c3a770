namespace Karkhana.Methods.Psychometrics;

/// <summary>P(X = 1) = g + (1 − g)σ(aθ + d), with the logit γ of g as third parameter.</summary>
internal sealed class GuessingCurve : ItemCurve
{
    /// <inheritdoc/>
    public override int ParameterCount(int categories) => 3;

    /// <inheritdoc/>
    public override void Fill(double theta, ReadOnlySpan<double> parameters, CurvePoint into)
    {
        double z = Math.Clamp((parameters[0] * theta) + parameters[1], -FarthestLogit, FarthestLogit);
        double pass = ResponseCurves.Logistic(z);
        double fail = ResponseCurves.Logistic(-z);
        double guess = ResponseCurves.Logistic(parameters[2]);
        double rest = ResponseCurves.Logistic(-parameters[2]);
        double right = guess + (rest * pass);
        (into.Passes[0], into.Fails[0]) = (pass, fail);
        (into.Passes[1], into.Fails[1]) = (guess, rest);
        into.Logs[0] = Math.Log(rest) - (z >= 0 ? z + Math.Log(1 + Math.Exp(-z)) : Math.Log(1 + Math.Exp(z)));
        into.Logs[1] = Math.Log(right);
        double slope = rest * pass * fail / right;
        (into.Scores[0], into.Scores[1], into.Scores[2]) = (-theta * pass, -pass, -guess);
        (into.Scores[3], into.Scores[4], into.Scores[5]) = (theta * slope, slope, guess * rest * fail / right);
    }

    /// <inheritdoc/>
    public override void AddCurvature(double theta, CurvePoint point, ReadOnlySpan<double> counts, Span<double> matrix)
    {
        (double pass, double fail, double guess, double rest) = (point.Passes[0], point.Fails[0], point.Passes[1], point.Fails[1]);
        (double slope, double lift) = (point.Scores[4], point.Scores[5]);
        double logits = (counts[1] * slope * (fail - pass - slope)) - (counts[0] * pass * fail);
        double guesses = (counts[1] * lift * (rest - guess - lift)) - (counts[0] * guess * rest);
        double mixed = -counts[1] * slope * (guess + lift);
        matrix[0] += theta * theta * logits;
        matrix[3] += theta * logits;
        matrix[4] += logits;
        matrix[6] += theta * mixed;
        matrix[7] += mixed;
        matrix[8] += guesses;
    }
}
