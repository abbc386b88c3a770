using Karkhana.Core.Documents;
using Karkhana.Simulation;

namespace Karkhana.Scenarios.Sections;

/// <summary>What was simulated, and with what.</summary>
internal static class SetupSection
{
    public static Section Compose(PolicyStudyResult result)
    {
        PolicySimulationResult simulation = result.Simulation;
        return new Section("scenario_setup",
        [
            new ParagraphBlock([Setup(simulation), Sentence.Of("scenarios.setup_doses"), .. Learnt(simulation)]),
            new ParagraphBlock([Calibrated(simulation), .. AtEdge(simulation)], Tone.Caution),
            .. Notes(simulation),
            new TableBlock(ParameterTable.Of(simulation), Sentence.Of("scenarios.parameters_caption")),
        ]);
    }

    /// <summary>Gives what must be known of the model on this study: what does not fit, what was filled in.</summary>
    public static IEnumerable<Block> Notes(PolicySimulationResult simulation)
    {
        Sentence[] notes = [.. simulation.Notes.Where(note => note.Code != "not-calibrated").Select(note => Sentence.Of("scenarios.note", ("text", note.Text)))];
        return notes.Length == 0 ? [] : [new ListBlock(notes)];
    }

    public static Sentence Setup(PolicySimulationResult simulation)
    {
        SimulationOptions model = simulation.Options.Model;
        return Sentence.Of(
            "scenarios.setup", ("firms", simulation.Firms), ("levers", simulation.Comparison.Effects.Count), ("replicates", simulation.Options.Replicates),
            ("draws", simulation.Parameters.Parameters.Count), ("horizon", model.Horizon), ("burn_in", model.BurnIn),
            ("currency", simulation.Currency));
    }

    public static Sentence Calibrated(PolicySimulationResult simulation) => simulation.Calibration is { } calibration
        ? Sentence.Of(
            "scenarios.calibrated", ("searched", calibration.Posterior.Parameters.Count), ("generations", calibration.Posterior.Generations.Count),
            ("particles", calibration.Posterior.Values.Count), ("identified", calibration.Posterior.Parameters.Count(one => one.Identified)))
        : Sentence.Of("scenarios.not_calibrated");

    private static IEnumerable<Sentence> AtEdge(PolicySimulationResult simulation) => ParameterTable.AtEdge(simulation) is { Count: > 0 } pressed
        ? [Sentence.Of("scenarios.at_edge", ("parameters", string.Join(", ", pressed)))]
        : [];

    private static IEnumerable<Sentence> Learnt(PolicySimulationResult simulation) => simulation.Scales is { } scales
        ? [Sentence.Of("scenarios.setup_learning", ("firms", scales.Firms), ("terms", scales.Terms.Count))]
        : [];
}
