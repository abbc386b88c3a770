using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What readers of scores must know.</summary>
internal static class ScoreNotes
{
    // A normal posterior is integrated to five digits when its standard deviation is at least this share of the spacing.
    private const double FinestShare = 0.75;

    /// <summary>Gives the notes of a list of scores.</summary>
    public static Note[] Of(
        ItemResponseScoreOptions options, LatentPrior prior, double[] scores, double[] errors, int[] answered)
    {
        bool usesPrior = options.Method is ScoreMethod.Eap or ScoreMethod.Map;
        int silent = answered.Count(count => count == 0);
        int infinite = scores.Count(double.IsInfinity);
        List<Note> notes = [.. Silent(silent, usesPrior ? "their score is the mean of the prior" : "they have no score")];
        if (infinite > 0)
        {
            notes.Add(new Note("infinite-scores", Severity.Warning, FormattableString.Invariant(
                $"The score of {infinite} respondents is infinite, for every answer was the lowest or the highest; they do not enter the reliability. The method wle gives finite scores.")));
        }

        int undefined = scores.Where((score, row) => double.IsNaN(score) && answered[row] > 0).Count();
        if (undefined > 0)
        {
            notes.Add(new Note("undefined-scores", Severity.Warning, FormattableString.Invariant(
                $"The answers of {undefined} respondents tell nothing about the latent variable, or no root was found; they have no score.")));
        }

        return options.Method == ScoreMethod.Eap ? [.. notes, .. Grid(prior, errors)] : [.. notes];
    }

    /// <summary>Says how many respondents answered nothing.</summary>
    public static Note[] Silent(int count, string consequence) => count == 0
        ? []
        : [new Note("no-answers", Severity.Warning, FormattableString.Invariant($"{count} respondents answered no item: {consequence}."))];

    /// <summary>Says where the grid is too narrow or too coarse.</summary>
    public static Note[] Grid(LatentPrior prior, double[] deviations)
    {
        List<Note> notes = [];
        int cut = prior.CutOff(deviations.Length);
        if (cut > 0)
        {
            notes.Add(new Note("narrow-grid", Severity.Warning, FormattableString.Invariant(
                $"The prior of {cut} respondents reaches beyond the nodes (less than four standard deviations fit): their scores are pulled inwards. Set a greater range.")));
        }

        double spacing = prior.Grid.Nodes[1] - prior.Grid.Nodes[0];
        int coarse = deviations.Count(deviation => deviation < FinestShare * spacing);
        if (coarse > 0)
        {
            notes.Add(new Note("coarse-grid", Severity.Warning, FormattableString.Invariant(
                $"The posterior of {coarse} respondents is narrower than the spacing of the nodes ({spacing}) can show. Set more nodes.")));
        }

        return [.. notes];
    }
}
