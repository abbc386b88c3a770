using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Simulation;

/// <summary>What every result of runs says of itself.</summary>
internal static class RunNotes
{
    /// <summary>Gives the notes.</summary>
    /// <param name="runs">How many runs, of what: <c>40 runs of each scenario</c>.</param>
    /// <param name="draws">The draws of parameters.</param>
    /// <param name="population">The firms.</param>
    /// <param name="others">Notes of the result's own, after the first.</param>
    /// <returns>That it holds in the model, the others, that one set of parameters hides something, that firms are synthetic.</returns>
    public static List<Note> Of(FormattableString runs, int draws, ClusterPopulation population, params ReadOnlySpan<Note> others)
    {
        List<Note> notes = [new("in-the-model", Severity.Information, $"In the model, under its assumptions, over {FormattableString.Invariant(runs)}.")];
        notes.AddRange(others);
        if (draws == 1)
        {
            notes.Add(new Note("one-set-of-parameters", Severity.Warning, "One set of parameters: intervals hold chance only, not what is unknown of the parameters."));
        }

        if (population.Synthetic)
        {
            notes.Add(new Note("synthetic", Severity.Warning, "The firms are synthetic."));
        }

        return notes;
    }
}
