using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Data.Surveys;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Works out indices of concepts from the survey and the ties.</summary>
public static class ConceptIndex
{
    /// <summary>Works out an index.</summary>
    /// <remarks>
    /// Each indicator x lies on [0, 1]: 1 − x when inverted. Part: Σ w x/Σ w over the indicators that were measured; whole:
    /// mean over the parts, only when all were measured. A reverse item already counts the way of its construct. Survey
    /// indicators are weighted by the sampling weights. Standard errors take indicators of one part, and parts, as
    /// uncorrelated: √Σ(w se)²/Σ w; answers of the same firms go together as a rule, so that they are too small.
    /// Type of failure, in this order: thin, when generation or exploitation is below little; fragmented, when interaction
    /// is below little; locked in, when interaction is at least much and openness below little. Cost: indicators × firms.
    /// Source: framework 8; Tödtling and Trippl 2005, doi:10.1016/j.respol.2005.01.018, for the types of failure; the
    /// limits are ours.
    /// </remarks>
    /// <param name="definition">The index.</param>
    /// <param name="survey">The survey; null when there is none.</param>
    /// <param name="respondents">Positions of the respondents that count.</param>
    /// <param name="ties">The kinds of ties of the same place; null when there are none.</param>
    /// <param name="options">Limits of the types of failure.</param>
    /// <returns>The index, with what would have to be asked where something was not measured.</returns>
    /// <exception cref="ArgumentException">The definition has no indicator or a weight that is not above zero.</exception>
    public static ConceptIndexResult Estimate(
        ConceptIndexDefinition definition, Survey? survey, IReadOnlyList<int> respondents, TiePortfolioResult? ties = null, ConceptIndexOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(respondents);
        Require.That(definition.Indicators.Count > 0, nameof(definition), "must have at least one indicator; it had none");
        Require.That(
            definition.Indicators.All(indicator => double.IsFinite(indicator.Weight) && indicator.Weight > 0), nameof(definition),
            "must have weights that are finite and above zero");
        options ??= new ConceptIndexOptions();
        ConceptValue[] indicators = [.. definition.Indicators.Select(indicator => ValueOf(indicator, survey, respondents, ties))];
        ConceptValue[] parts = [.. definition.Parts.Select(part => PartOf(part, definition.Indicators, indicators))];
        string[] needs = [.. indicators.Where(indicator => !indicator.IsMeasured).Select(indicator => indicator.Needs).Distinct()];
        return new ConceptIndexResult
        {
            Definition = definition,
            Index = parts.All(part => part.IsMeasured)
                ? Joined("", parts, [.. parts.Select(_ => 1.0)], needs)
                : new ConceptValue("", "", double.NaN, double.NaN, 0, string.Join("; ", needs)),
            Parts = parts,
            Indicators = indicators,
            Failure = FailureOf(parts, options),
            Notes = needs.Length == 0 ? [] :
            [
                new Note(
                    "not-measured", Severity.Information,
                    $"Not measured in {definition.Name}: it needs {string.Join("; ", needs)}. A part rests on its other indicators; an index without one of its parts is not given."),
            ],
            Provenance = new Provenance(
                "collective-efficiency.concept-index", FormattableString.Invariant($"little = {options.Little}, much = {options.Much}"), definition.Source),
        };
    }

    private static ConceptValue ValueOf(
        ConceptIndicator indicator, Survey? survey, IReadOnlyList<int> respondents, TiePortfolioResult? ties)
    {
        (double value, double error, int firms) = indicator.Kind switch
        {
            IndicatorKind.TiedFirms or IndicatorKind.Reciprocity or IndicatorKind.ShareOfTies => OfTies(indicator, ties),
            _ => OfSurvey(indicator, survey, respondents),
        };
        return new ConceptValue(
            indicator.Part, $"{Core.Tables.Words.Spaced(indicator.Kind)} {indicator.Reference}", indicator.Inverted ? 1 - value : value, error, firms,
            double.IsNaN(value) ? indicator.Needs : "");
    }

    private static (double Value, double Error, int Firms) OfSurvey(ConceptIndicator indicator, Survey? survey, IReadOnlyList<int> respondents)
    {
        if (survey is null)
        {
            return (double.NaN, double.NaN, 0);
        }

        int[] items = indicator.Kind == IndicatorKind.Construct ? survey.ItemsOf(indicator.Reference)
            : survey.Find(indicator.Reference) is int item and >= 0 ? [item] : [];
        Func<int, double, double> share = indicator.Kind == IndicatorKind.AboveZero
            ? (_, answer) => double.IsNaN(answer) ? double.NaN : answer > 0 ? 1 : 0
            : (position, answer) => survey.Items[position].IsClosed ? survey.Items[position].ShareOfScale(answer) : double.NaN;
        double Of(int respondent) => ConstructMeans.MeanOfKnown(items.Select(position => share(position, survey.Answers[position][respondent])));
        WeightedMean mean = WeightedMean.Of(survey, [.. respondents.Where(respondent => !double.IsNaN(Of(respondent)))], Of);
        return (mean.Mean, mean.StandardError, mean.Number);
    }

    private static (double Value, double Error, int Firms) OfTies(ConceptIndicator indicator, TiePortfolioResult? ties)
    {
        TieLayer? layer = ties?.Layers.FirstOrDefault(own => own.Kind == indicator.Reference);
        double value = indicator.Kind switch
        {
            _ when layer is null => double.NaN,
            IndicatorKind.TiedFirms => layer.TiedFirms / (double)layer.Network.NodeCount,
            IndicatorKind.Reciprocity => layer.Reciprocity,
            _ when ties!.Layers.Count < 2 => double.NaN, // one kind of ties is all of them by construction
            _ => layer.Network.TieCount / (double)ties.Layers.Sum(own => own.Network.TieCount),
        };
        return (value, double.NaN, layer?.Network.NodeCount ?? 0);
    }

    private static ConceptValue PartOf(string part, IReadOnlyList<ConceptIndicator> definitions, ConceptValue[] indicators)
    {
        int[] own = [.. Enumerable.Range(0, indicators.Length).Where(i => indicators[i].Part == part)];
        int[] known = [.. own.Where(i => indicators[i].IsMeasured)];
        return Joined(
            part, [.. known.Select(i => indicators[i])], [.. known.Select(i => definitions[i].Weight)],
            [.. own.Except(known).Select(i => indicators[i].Needs)]);
    }

    private static ConceptValue Joined(string part, ConceptValue[] values, double[] weights, string[] needs)
    {
        double total = Sums.Sum(weights);
        double[] errors = [.. values.Select((value, i) => weights[i] * value.StandardError)];
        return new ConceptValue(
            part, "", values.Length == 0 ? double.NaN : Sums.Dot(weights, [.. values.Select(value => value.Estimate)]) / total,
            values.Length == 0 ? double.NaN : Math.Sqrt(Sums.Dot(errors, errors)) / total,
            values.Length == 0 ? 0 : values.Min(value => value.Firms), string.Join("; ", needs));
    }

    private static SystemFailure FailureOf(ConceptValue[] parts, ConceptIndexOptions options)
    {
        double Of(string name) => parts.FirstOrDefault(part => part.Part == name)?.Estimate ?? double.NaN;
        (double generation, double exploitation) = (Of("generation"), Of("exploitation"));
        (double interaction, double openness) = (Of("interaction"), Of("openness"));
        return generation < options.Little || exploitation < options.Little ? SystemFailure.Thin
            : double.IsNaN(generation + exploitation + interaction) ? SystemFailure.NotMeasured
            : interaction < options.Little ? SystemFailure.Fragmented
            : interaction < options.Much ? SystemFailure.None
            : double.IsNaN(openness) ? SystemFailure.NotMeasured
            : openness < options.Little ? SystemFailure.LockedIn
            : SystemFailure.None;
    }
}
