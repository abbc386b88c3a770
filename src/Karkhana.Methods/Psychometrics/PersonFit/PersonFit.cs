using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Do a respondent's answers hang together as the model expects.</summary>
public static class PersonFit
{
    internal const string Source =
        "Drasgow, Levine & Williams 1985, doi:10.1111/j.2044-8317.1985.tb00817.x; Snijders 2001, doi:10.1007/BF02294437; Sinharay 2016, doi:10.1007/s11336-015-9465-x; Wright & Masters 1982, Rating Scale Analysis; Guttman 1944, doi:10.2307/2086306";

    private const int Width = 9;

    /// <summary>Computes the fit of each respondent.</summary>
    /// <remarks>
    /// At the score given, or at the posterior mean: lz = (ln L − E ln L)/√Var ln L over the answers that the respondent could
    /// have given (Drasgow, Levine and Williams; any number of categories). lz_corrected takes out what the estimated score
    /// explains, after Snijders for two categories and Sinharay for more; with many items it is about standard normal for
    /// maximum-likelihood and modal scores, and nearly so for posterior means. p_value = its lower tail. Infit and outfit as for items, over the
    /// respondent's answers. Guttman errors: pairs of steps with the more popular failed and the less popular passed;
    /// normed by passed × failed when all items have two categories. Assumes given item parameters. A respondent without
    /// answers or score has NaN. Cost: respondents × items × (categories + nodes).
    /// Source: Drasgow, Levine and Williams 1985, doi:10.1111/j.2044-8317.1985.tb00817.x; Snijders 2001,
    /// doi:10.1007/BF02294437, equation 10; Sinharay 2016, doi:10.1007/s11336-015-9465-x; Wright and Masters 1982.
    /// </remarks>
    /// <param name="input">The answers, the item parameters and optional scores.</param>
    /// <param name="options">Model, quadrature, flag.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The fit of each respondent.</returns>
    /// <exception cref="ArgumentException">Parameters that do not suit the model, or an answer that is no
    /// category.</exception>
    public static PersonFitResult Estimate(
        FittedResponses input, PersonFitOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ModelledResponses modelled = ModelledResponses.Of(input, options.Model, options);
        double[] scores = modelled.Scores(input.Scores, execution, cancellationToken);
        GuttmanErrors errors = new(modelled.Responses);
        ReplicateRows rows = FilledRows.Compute(
            "comparing respondents with the model", scores.Length, Width,
            (row, values, place) => Fill(modelled, row, scores[row], errors, values.AsSpan(place, Width)),
            execution, cancellationToken);
        double[] Column(int position) => [.. Enumerable.Range(0, rows.Count).Select(row => rows.Row(row)[position])];
        return new PersonFitResult
        {
            Scores = scores,
            Lz = Column(0),
            CorrectedLz = Column(1),
            PValue = Column(2),
            Infit = Column(3),
            InfitStandardised = Column(4),
            Outfit = Column(5),
            OutfitStandardised = Column(6),
            GuttmanErrors = Column(7),
            NormedGuttmanErrors = Column(8),
            Significance = options.Significance,
            Notes = [.. Notes(modelled, scores)],
            Provenance = new Provenance("psychometrics.person-fit", options.Text(), Source),
        };
    }

    private static void Fill(ModelledResponses modelled, int row, double score, GuttmanErrors errors, Span<double> values)
    {
        values.Fill(double.NaN);
        (values[7], values[8]) = errors.Of(row);
        ReadOnlySpan<sbyte> answers = modelled.Responses.Row(row);
        if (double.IsNaN(score) || !answers.ContainsAnyExcept(CategoryResponses.Missing))
        {
            return;
        }

        PatternLikelihood pattern = default;
        FitMeanSquares squares = default;
        CurveDerivatives room = CurveDerivatives.Of(modelled.MostCategories);
        for (int item = 0; item < answers.Length; item++)
        {
            if (answers[item] != CategoryResponses.Missing)
            {
                CurveDerivatives curves = room.Narrow(modelled.Responses.CategoryCount(item));
                ResponseCurves.Derivatives(modelled.Model, modelled.Parameters, item, score, curves);
                pattern.Add(answers[item], curves);
                squares.Add(answers[item], CategoryMoments.Of(curves.Probability));
            }
        }

        (values[0], values[1]) = (pattern.Standardised, pattern.Corrected);
        values[2] = NormalTail.PValue(pattern.Corrected, Alternative.Less);
        (values[3], values[4]) = (squares.Infit, squares.InfitStandardised);
        (values[5], values[6]) = (squares.Outfit, squares.OutfitStandardised);
    }

    private static IEnumerable<Note> Notes(ModelledResponses modelled, double[] scores)
    {
        int without = scores.Count(double.IsNaN);
        if (without > 0)
        {
            yield return new Note("no-score", Severity.Information, FormattableString.Invariant(
                $"{without} of {scores.Length} respondents have no answer or no finite score; their fit is not defined."));
        }

        int extreme = Enumerable.Range(0, scores.Length).Count(row => IsExtreme(modelled, row));
        if (extreme > 0)
        {
            yield return new Note("extreme-patterns", Severity.Information, FormattableString.Invariant(
                $"{extreme} of {scores.Length} respondents gave only lowest or only highest answers; such patterns fit any score at the end of the scale, and their statistics say little."));
        }
    }

    private static bool IsExtreme(ModelledResponses modelled, int row)
    {
        ReadOnlySpan<sbyte> answers = modelled.Responses.Row(row);
        (bool lowest, bool highest, bool any) = (true, true, false);
        for (int item = 0; item < answers.Length; item++)
        {
            if (answers[item] != CategoryResponses.Missing)
            {
                any = true;
                lowest &= answers[item] == 0;
                highest &= answers[item] == modelled.Responses.CategoryCount(item) - 1;
            }
        }

        return any && (lowest || highest);
    }
}
