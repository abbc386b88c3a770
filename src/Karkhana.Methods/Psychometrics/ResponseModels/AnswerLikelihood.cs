namespace Karkhana.Methods.Psychometrics;

/// <summary>The log-likelihood of one respondent's answers as a function of θ.</summary>
/// <remarks>Holds room for one item at a time: give each thread its own. Cost: answered items × categories per
/// value of θ.</remarks>
internal sealed class AnswerLikelihood(ItemModel model, ItemParameters items)
{
    private readonly double[] _probability = Room(items);
    private readonly double[] _first = Room(items);
    private readonly double[] _second = Room(items);

    /// <summary>Gives the slope, curvature and information of the log-likelihood.</summary>
    public LikelihoodSlope At(ReadOnlySpan<sbyte> answers, double theta)
    {
        (double first, double second, double information, double asymmetry) = (0, 0, 0, 0);
        CurveDerivatives room = new(_probability, _first, _second);
        for (int item = 0; item < answers.Length; item++)
        {
            if (answers[item] == CategoryResponses.Missing)
            {
                continue;
            }

            CurveDerivatives curve = room.Narrow(items.Thresholds[item].Length + 1);
            ResponseCurves.LogDerivatives(model, items, item, theta, curve);
            first += curve.First[answers[item]];
            second += curve.Second[answers[item]];
            for (int c = 0; c < curve.Probability.Length; c++)
            {
                double relative = curve.First[c]; // P'/P; P''/P is its square plus the second derivative of ln P
                information += curve.Probability[c] * relative * relative;
                asymmetry += curve.Probability[c] * relative * ((relative * relative) + curve.Second[c]);
            }
        }

        return new LikelihoodSlope(first, second, information, asymmetry);
    }

    /// <summary>Gives the log-likelihood where θ goes to −∞ or +∞.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="direction">−1 or +1.</param>
    public double Limit(ReadOnlySpan<sbyte> answers, int direction)
    {
        double sum = 0;
        for (int item = 0; item < answers.Length; item++)
        {
            if (answers[item] != CategoryResponses.Missing)
            {
                sum += Limit(item, answers[item], direction);
            }
        }

        return sum;
    }

    /// <summary>Gives the log-likelihood at θ.</summary>
    public double Value(ReadOnlySpan<sbyte> answers, double theta)
    {
        double sum = 0;
        for (int item = 0; item < answers.Length; item++)
        {
            if (answers[item] != CategoryResponses.Missing)
            {
                Span<double> probability = _probability.AsSpan(0, items.Thresholds[item].Length + 1);
                ResponseCurves.Probabilities(model, items, item, theta, probability);
                sum += Math.Log(probability[answers[item]]);
            }
        }

        return sum;
    }

    private double Limit(int item, int answer, int direction)
    {
        double slope = items.Slopes[item];
        if (slope == 0)
        {
            return Value([.. Enumerable.Repeat(CategoryResponses.Missing, item), (sbyte)answer], 0);
        }

        int certain = slope * direction > 0 ? items.Thresholds[item].Length : 0;
        double guessed = answer == 1 && certain == 0 && items.Guessing[item] > 0 ? Math.Log(items.Guessing[item]) : double.NegativeInfinity;
        return answer == certain ? 0 : guessed;
    }

    private static double[] Room(ItemParameters items) => new double[items.Thresholds.Max(steps => steps.Length) + 1];
}
