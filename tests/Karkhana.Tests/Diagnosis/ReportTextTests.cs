using System.Text.Json;
using System.Text.RegularExpressions;
using Karkhana.Capability;
using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Documents;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;
using Karkhana.Diagnosis;
using Karkhana.Learning;
using Karkhana.Policy;
using Karkhana.Reporting;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Diagnosis;

/// <summary>The sentences that users read keep to what data can carry (framework, Appendix C).</summary>
public sealed class ReportTextTests
{
    private static readonly TextCatalogue Texts = TextCatalogue.Load();
    private static readonly Dictionary<string, string> Sentences = Directory
        .EnumerateFiles(Path.Combine(SharedFolder.RepositoryRoot, "src", "Karkhana.Reporting", "Texts", "en"), "*.json")
        .Where(file => Path.GetFileName(file) != "report.json")
        .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!)
        .Where(entry => !entry.Key.StartsWith("section.", StringComparison.Ordinal))
        .ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    private static readonly Guardrails Rules = Guardrails.Read();

    [Fact]
    public void No_sentence_of_a_report_says_what_data_cannot_carry() =>
        Sentences.SelectMany(entry => Rules.Broken(entry.Value).Select(rule => $"{entry.Key}: {rule}")).ShouldBeEmpty();

    [Fact]
    public void Sentences_of_each_situation_have_the_form_that_it_asks_for()
    {
        foreach ((string keys, string pattern) in Rules.Required)
        {
            Sentences.Where(entry => Regex.IsMatch(entry.Key, keys)).ShouldAllBe(entry => Regex.IsMatch(entry.Value, pattern), $"{keys} must match {pattern}");
        }

        Rules.Required.Count(row => Sentences.Keys.Any(key => Regex.IsMatch(key, row.Keys))).ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public void The_terminal_the_documents_and_all_that_the_code_says_keep_to_the_same()
    {
        // Questions of the survey and the planted truth of the example speak of causes: they are asked, or were made.
        string example = Path.Combine("Examples", "PunjabFarmEquipment");
        IEnumerable<string> files = Directory.EnumerateFiles(Path.Combine(SharedFolder.RepositoryRoot, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains(example, StringComparison.Ordinal));

        files.SelectMany(file => Literals(file).SelectMany(text => Rules.Broken(text).Select(rule => $"{Path.GetFileName(file)}: {rule}: {text}"))).ShouldBeEmpty();
    }

    [Fact]
    public void Data_that_are_shown_keep_to_the_same()
    {
        // A rung of a ladder may speak of judging what something will pay back: that is what the firm can do.
        IEnumerable<string> files = Directory.EnumerateFiles(Path.Combine(SharedFolder.RepositoryRoot, "src"), "*.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains("Texts", StringComparison.Ordinal) && !Path.GetFileName(file).StartsWith("package", StringComparison.Ordinal) && Path.GetFileName(file) != "ladders.json");

        files.SelectMany(file => Spoken(JsonDocument.Parse(File.ReadAllText(file)).RootElement)
            .SelectMany(text => Rules.Broken(text).Select(rule => $"{Path.GetFileName(file)}: {rule}: {text}"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("The cluster raises capability.", "cause")]
    [InlineData("Effort leads to capability.", "cause")]
    [InlineData("This lever will help.", "forecast")]
    [InlineData("P05 is the best lever.", "winner")]
    [InlineData("The literature shows it.", "literature")]
    [InlineData("This proves it.", "proof")]
    public void Each_forbidden_word_is_caught(string text, string rule) => Rules.Broken(text).ShouldBe([rule]);

    [Theory]
    [InlineData("Exposure is associated with effort after adjusting for what was measured.")]
    [InlineData("No forecast of what these firms will become.")]
    [InlineData("cluster-raises-capability")] // an id
    public void What_may_be_said_is_let_through(string text) => Rules.Broken(text).ShouldBeEmpty();

    [Fact]
    public void Percentages_have_no_decimals() => Sentences.SelectMany(entry => Rules.WrongFormats(entry.Value).Select(_ => entry.Key)).ShouldBeEmpty();

    [Fact]
    public void An_effect_of_a_programme_is_never_told_without_its_design()
    {
        string source = File.ReadAllText(Path.Combine(
            SharedFolder.RepositoryRoot, "src", "Karkhana.Learning", "ProgrammeEvaluation", "ProgrammeEvaluationResult.cs"))
            + File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, "src", "Karkhana.Learning", "ProgrammeEvaluation", "ProgrammeEvaluation.cs"));

        MatchCollection all = Regex.Matches(source, "\"[^\"\n]*is estimated to (change|have changed)[^\"\n]*\"");
        all.Count.ShouldBeGreaterThan(0);
        all.ShouldAllBe(said => said.Value.Contains("design: "));
    }

    [Fact]
    public void Shares_of_fewer_than_thirty_firms_stand_beside_their_interval_or_are_held_back()
    {
        Table[] shown = [.. DiagnosisReport.Compose(PunjabDiagnosis.Findings, DiagnosisReport.Tables(PunjabDiagnosis.Findings)).Sections
            .SelectMany(section => section.Blocks).OfType<TableBlock>().Select(block => block.Table)];
        string[] bare = [.. shown.Where(table => table.Has("n") && !table.Columns.Any(column => column.Name is "conf_low" or "std_error"))
            .Where(table => Enumerable.Range(0, table.RowCount).Any(row => table.Numbers("n")[row] < Rules.LeastOfCell
                && table.Columns.OfType<NumberColumn>().Any(column => column is { Unit: "share", Label: "Share", Recommended: true } && double.IsFinite(column.Values[row]))))
            .Select(table => table.Name).Distinct()];

        bare.ShouldBeEmpty();
    }

    private static IEnumerable<string> Literals(string file) => File.ReadLines(file)
        .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
        .SelectMany(line => Regex.Matches(line, "\"((?:\\\\.|[^\"\\\\])*)\"").Select(match => match.Groups[1].Value))
        .Where(text => text.Contains(' '));

    private static IEnumerable<string> Spoken(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Spoken(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Spoken),
        JsonValueKind.String when element.GetString()!.Contains(' ') => [element.GetString()!],
        _ => [],
    };

    [Fact]
    public void Every_claim_every_need_and_every_veto_has_its_sentence()
    {
        foreach (ClaimDecision decision in ClaimsGate.For(new Dictionary<string, double>()).Decisions)
        {
            Texts.Has($"limits.{decision.Claim.Id}").ShouldBeTrue(decision.Claim.Id);
            decision.Claim.Needs.ShouldAllBe(need => Texts.Has($"limits.need.{need.What}"));
        }

        Enum.GetValues<VetoRule>().Where(rule => rule != VetoRule.None)
            .ShouldAllBe(rule => Texts.Has($"levers.veto_{JsonNamingPolicy.SnakeCaseLower.ConvertName(rule.ToString())}"));
        Enum.GetValues<ScoringModel>().ShouldAllBe(model => Texts.Has($"measurement.model_{JsonNamingPolicy.SnakeCaseLower.ConvertName(model.ToString())}"));
        Enum.GetValues<SystemFailure>().ShouldAllBe(failure => Texts.Has($"concepts.failure_{JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.ToString())}"));
        Enum.GetValues<AgreementVerdict>().Where(verdict => verdict != AgreementVerdict.Agree)
            .ShouldAllBe(verdict => Texts.Has($"scenarios.disagree_{JsonNamingPolicy.SnakeCaseLower.ConvertName(verdict.ToString())}"));
        Enumerable.Range(1, 4).ShouldAllBe(rule => Texts.Has(FormattableString.Invariant($"channels.rule{rule}")));
        Enum.GetValues<LearningRegime>()
            .ShouldAllBe(regime => Texts.Has($"regimes.leading_{JsonNamingPolicy.SnakeCaseLower.ConvertName(regime.ToString())}"));
    }

    [Fact]
    public void Every_sentence_of_the_file_is_used_by_the_code()
    {
        string source = string.Concat(Directory.EnumerateFiles(Path.Combine(SharedFolder.RepositoryRoot, "src", "Karkhana"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(SharedFolder.RepositoryRoot, "src", "Karkhana.Cli"), "*.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText));
        string[] composed = ["limits.", "regimes.", "channels.rule", "levers.veto_", "estimates.effort_", "estimates.capability_", "measurement.model_", "roles.dependence_", "concepts.failure_", "scenarios.disagree_", "specifications.refused_"];

        Sentences.Keys.Where(key => !composed.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)))
            .Where(key => !source.Contains($"\"{key}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
