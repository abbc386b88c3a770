using System.Text.Json;
using System.Text.RegularExpressions;
using Karkhana.Capability;
using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
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

    [Fact]
    public void Nothing_is_said_to_cause_prove_or_happen_for_certain()
    {
        Regex forbidden = new(@"\b(causes?|caused|leads? to|led to|proves?|proven|ensures?|guarantees?|will|raises|best lever)\b", RegexOptions.IgnoreCase);

        Sentences.Where(entry => forbidden.IsMatch(entry.Value)).Select(entry => entry.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Percentages_have_no_decimals() =>
        Sentences.Where(entry => Regex.IsMatch(entry.Value, @"\{\w+:p[1-9]")).ShouldBeEmpty();

    [Fact]
    public void Regressions_speak_of_association_after_adjusting() => Sentences
        .Where(entry => Regex.IsMatch(entry.Key, "^estimates\\.(effort|capability)_"))
        .ShouldAllBe(entry => entry.Value.Contains("is associated with") && entry.Value.Contains("after adjusting for"));

    [Fact]
    public void Readings_of_the_matrix_say_theory_suggests() => Sentences
        .Where(entry => entry.Key.StartsWith("channels.rule", StringComparison.Ordinal))
        .ShouldAllBe(entry => entry.Value.StartsWith("Theory suggests"));

    [Fact]
    public void Regimes_of_the_model_say_in_the_model() => Enum.GetValues<LearningRegime>()
        .Select(regime => Sentences[$"regimes.{JsonNamingPolicy.SnakeCaseLower.ConvertName(regime.ToString())}"])
        .ShouldAllBe(text => text.Contains("in the model"));

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
        string[] composed = ["limits.", "regimes.", "channels.rule", "levers.veto_", "estimates.effort_", "estimates.capability_", "measurement.model_", "roles.dependence_", "concepts.failure_", "scenarios.disagree_"];

        Sentences.Keys.Where(key => !composed.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)))
            .Where(key => !source.Contains($"\"{key}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
