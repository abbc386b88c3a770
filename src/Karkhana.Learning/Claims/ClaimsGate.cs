using System.Text.Json;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>Decides which sentences the data of a study can carry (framework 3.7); what they cannot carry is not
/// said.</summary>
/// <param name="Decisions">One decision per claim.</param>
public sealed record ClaimsGate(IReadOnlyList<ClaimDecision> Decisions)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Decides.</summary>
    /// <param name="evidence">How much of each kind of data there is; a kind that is not there counts as 0.</param>
    /// <returns>The gate.</returns>
    public static ClaimsGate For(IReadOnlyDictionary<string, double> evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        using Stream stream = typeof(ClaimsGate).Assembly.GetManifestResourceStream("claims.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        Claim[] claims = document.RootElement.GetProperty("claims").Deserialize<Claim[]>(Json)!;
        return new ClaimsGate([.. claims.Select(claim => new ClaimDecision(
            claim,
            [.. claim.Needs.Select(need => (need, evidence.GetValueOrDefault(need.What))).Where(
                pair => !(pair.Item2 >= pair.need.AtLeast))]))]);
    }

    /// <summary>Says whether a claim may be made; a claim that the table does not know may not.</summary>
    /// <param name="claim">The id.</param>
    /// <returns>True when it may.</returns>
    public bool Allows(string claim) => Decisions.Any(decision => decision.Claim.Id == claim && decision.Allowed);

    /// <summary>Gives what a claim is about, in words that assert nothing.</summary>
    /// <param name="claim">The id.</param>
    /// <returns>The statement; the id for a claim that the table does not know.</returns>
    public string StatementOf(string claim) => Decisions.FirstOrDefault(decision => decision.Claim.Id == claim)?.Claim.Statement ?? claim;

    /// <summary>Leaves out the sentences that may not be said, and the paragraphs and lists that they leave
    /// empty.</summary>
    /// <param name="section">The section.</param>
    /// <returns>What may be said.</returns>
    public Section Filter(Section section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section with { Blocks = [.. section.Blocks.Select(Filter).OfType<Block>()] };
    }

    /// <summary>Gives one row per claim.</summary>
    /// <returns>The table <c>claims</c>.</returns>
    public Table ToTable() => Table.Of(
        "claims",
        Column.Of("claim", Decisions.Select(decision => (string?)decision.Claim.Statement), "Claim", "What a report may speak of."),
        Column.Of(
            "allowed", Decisions.Select(decision => decision.Allowed), "Allowed",
            "Whether the data of this study carry it."),
        Column.Of(
            "missing",
            Decisions.Select(decision => (string?)string.Join("; ", decision.Missing.Select(
                gap => FormattableString.Invariant($"{gap.Need.What} {gap.Found:0.##} of {gap.Need.AtLeast:0.##}")))),
            "Missing",
            "What falls short: what is there, of what is needed."));

    private Block? Filter(Block block) => block switch
    {
        ParagraphBlock paragraph =>
            Kept(paragraph.Sentences) is { Count: > 0 } kept ? paragraph with { Sentences = kept } : null,
        ListBlock list => Kept(list.Items) is { Count: > 0 } kept ? list with { Items = kept } : null,
        _ => block,
    };

    private List<Sentence> Kept(IReadOnlyList<Sentence> sentences) =>
        [.. sentences.Where(sentence => sentence.Claim is null || Allows(sentence.Claim))];
}
