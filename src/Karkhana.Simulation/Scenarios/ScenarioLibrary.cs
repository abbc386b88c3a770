using Karkhana.Core.Errors;
using Karkhana.Core.Tables;

namespace Karkhana.Simulation;

/// <summary>World scenarios as data.</summary>
/// <param name="Version">The version of the file.</param>
/// <param name="Status">Where its numbers come from.</param>
/// <param name="Scenarios">The scenarios, in the order of the file.</param>
public sealed record ScenarioLibrary(string Version, string Status, IReadOnlyList<WorldScenario> Scenarios)
{
    /// <summary>The id of the scenario in which nothing changes.</summary>
    public const string Baseline = "SC0";

    private static readonly Lazy<ScenarioLibrary> Shipped = new(() =>
    {
        using Stream stream = typeof(ScenarioLibrary).Assembly.GetManifestResourceStream("scenarios.json")!;
        using StreamReader reader = new(stream);
        return Read(reader.ReadToEnd(), "scenarios.json");
    });

    /// <summary>Gets the library that ships: SC0 to SC9.</summary>
    /// <returns>The library.</returns>
    public static ScenarioLibrary Default() => Shipped.Value;

    /// <summary>Reads a library.</summary>
    /// <param name="text">The JSON text.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <returns>The library.</returns>
    /// <exception cref="StudyException">The text has problems: all of them, with the JSON path, what was expected and what came.</exception>
    public static ScenarioLibrary Read(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        return ScenarioFileReader.Read(text, fileName);
    }

    /// <summary>Gives a scenario by its id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="ArgumentException">There is none.</exception>
    public WorldScenario Find(string id) => Scenarios.FirstOrDefault(scenario => scenario.Id == id)
        ?? throw new ArgumentException(
            $"There is no scenario {id}; there are {string.Join(", ", Scenarios.Select(scenario => scenario.Id))}.", nameof(id));

    /// <summary>Gives one row per scenario.</summary>
    /// <returns>The table <c>scenarios</c>.</returns>
    public Table ToTable() => Table.Of(
        "scenarios",
        Column.Of("scenario", Scenarios.Select(one => (string?)one.Id), "Scenario", "Id of the scenario."),
        Column.Of("name", Scenarios.Select(one => (string?)one.Title), "Name", "What happens."),
        Column.Of("analogue", Scenarios.Select(one => (string?)one.HistoricalAnalogue), "Modelled on", "The history that it is modelled on, not fitted to."),
        Column.Of("status", Scenarios.Select(one => (string?)one.Status), "Numbers", "Where its numbers come from: INF for assumptions."),
        Column.Of("source", Scenarios.Select(one => (string?)one.Source), "Source", "Where it comes from."))
        .WithTitle("World scenarios");
}
