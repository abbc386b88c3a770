using System.Text.Json;
using System.Text.Json.Serialization;
using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>Through which channels each agglomeration advantage is thought to reach learning: a versioned file, not
/// code.</summary>
/// <remarks>
/// The default is an operationalisation inspired by Caniëls and Romijn 2003, doi:10.1023/A:1027468505311; its cells are
/// a reconstruction
/// and say so. A study may hold its own <c>matrix.json</c>.
/// </remarks>
public sealed record ChannelMatrix
{
    /// <summary>The name of the file in a study that replaces the default.</summary>
    public const string FileName = "matrix.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Gets the version.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets what the matrix is and is not.</summary>
    public required string Status { get; init; }

    /// <summary>Gets the channels in order.</summary>
    public required IReadOnlyList<LearningChannel> Channels { get; init; }

    /// <summary>Gets the rows.</summary>
    public required IReadOnlyList<MatrixRow> Rows { get; init; }

    /// <summary>Gives the matrix without one of its cells, for an advantage that enters a channel by itself.</summary>
    /// <param name="advantage">The id of the advantage.</param>
    /// <param name="channel">The channel in which it has no cell any more.</param>
    /// <returns>The matrix.</returns>
    public ChannelMatrix Without(string advantage, LearningChannel channel) => this with
    {
        Rows = [.. Rows.Select(row => row.Id != advantage ? row : row with
        {
            Cells = row.Cells.Where(cell => cell.Key != channel).ToDictionary(),
        })],
    };

    /// <summary>Gets the default matrix.</summary>
    /// <returns>The matrix.</returns>
    public static ChannelMatrix Default()
    {
        using StreamReader reader = new(
            typeof(ChannelMatrix).Assembly.GetManifestResourceStream("matrix.default.json")!);
        return Parse(reader.ReadToEnd(), "matrix.default.json");
    }

    /// <summary>Reads a matrix.</summary>
    /// <param name="json">The text.</param>
    /// <param name="file">The file name for messages.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="StudyException">The text is no matrix.</exception>
    public static ChannelMatrix Parse(string json, string file)
    {
        try
        {
            ChannelMatrix? matrix = JsonSerializer.Deserialize<ChannelMatrix>(json, Json);
            Require.That(matrix is not null, "matrix", "must not be null");
            Require.That(
                matrix!.Channels.Distinct().Count() == matrix.Channels.Count, "channels",
                "must have each channel once");
            Require.That(
                matrix.Rows.All(row => row is not null && row.Cells.Values.All(cell => cell is not null)), "rows",
                "and their cells must not be null");
            Require.That(
                matrix.Rows.Select(row => row.Id).Distinct().Count() == matrix.Rows.Count, "rows",
                "must have each advantage once");
            return matrix;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            string found = exception switch
            {
                JsonException { InnerException: ArgumentException inner } => inner.Message,
                JsonException malformed => JsonFault.Describe(malformed),
                _ => exception.Message,
            };
            throw new StudyException([new DataProblem(
                Severity.Error, "malformed-matrix", file, null, "", "an advantage-channel matrix", found,
                "Start from the default matrix: version, title, status, channels, rows with sign, strength, confidence, source and, if you like, rationale per cell.")]);
        }
    }

    /// <summary>Gives one row per advantage and channel.</summary>
    /// <returns>The table <c>channel_matrix</c>.</returns>
    public Table ToTable()
    {
        (MatrixRow Row, LearningChannel Channel)[] cells = [.. Rows.SelectMany(
            row => Channels.Select(channel => (row, channel)))];
        return Table.Of(
            "channel_matrix",
            Column.Of(
                "advantage", cells.Select(cell => (string?)cell.Row.Id), "Advantage",
                "Id of the agglomeration advantage."),
            Column.Of("name", cells.Select(cell => (string?)cell.Row.Name), "Name", "Name of the advantage."),
            Column.Of(
                "channel", cells.Select(cell => (string?)Words.Of(cell.Channel)), "Channel",
                "How it is thought to reach the firm."),
            Column.Of(
                "estimate", cells.Select(cell => cell.Row.In(cell.Channel)), "Strength", "−1 to 2",
                "Signed ordinal prior; not an estimate.", recommended: true),
            Column.Of(
                "confidence", cells.Select(cell => cell.Row.Cells.GetValueOrDefault(cell.Channel)?.Confidence),
                "Confidence", "high, medium or low."),
            Column.Of(
                "source", cells.Select(cell => cell.Row.Cells.GetValueOrDefault(cell.Channel)?.Source), "Source",
                "Where the cell comes from."),
            Column.Of(
                "rationale", cells.Select(cell => cell.Row.Cells.GetValueOrDefault(cell.Channel)?.Rationale), "Why",
                "Why the advantage is thought to press this way; empty where it is not."));
    }
}
