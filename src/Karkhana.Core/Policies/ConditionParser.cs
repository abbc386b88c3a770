using System.Globalization;

namespace Karkhana.Core.Policies;

/// <summary>Reads a condition by descent: any of, all of, not, comparison.</summary>
internal sealed class ConditionParser(string text)
{
    private const int MostNested = 50;

    private ConditionToken _next;
    private ConditionProblem? _problem;
    private int _depth;

    /// <summary>Reads the whole text.</summary>
    /// <param name="term">The condition; null when the text is empty or wrong.</param>
    /// <returns>What is wrong, or null.</returns>
    public ConditionProblem? Read(out ConditionTerm? term)
    {
        term = null;
        if (text.Length > FirmCondition.MostCharacters)
        {
            return new ConditionProblem(
                FirmCondition.MostCharacters + 1, Invariant($"at most {FirmCondition.MostCharacters} characters"), Invariant($"{text.Length}"));
        }

        Advance(0);
        if (_next.IsEnd)
        {
            return null;
        }

        term = AnyOf();
        if (_problem is null && !_next.IsEnd)
        {
            Fail("&&, || or the end");
        }

        return _problem;
    }

    private ConditionTerm? AnyOf()
    {
        ConditionTerm? term = AllOf();
        while (_problem is null && Take("||"))
        {
            term = Join(term, AllOf(), both: false);
        }

        return term;
    }

    private ConditionTerm? AllOf()
    {
        ConditionTerm? term = One();
        while (_problem is null && Take("&&"))
        {
            term = Join(term, One(), both: true);
        }

        return term;
    }

    private ConditionTerm? One()
    {
        if (++_depth > MostNested)
        {
            return Fail(Invariant($"at most {MostNested} signs ! and ( within each other"));
        }

        ConditionTerm? term = Take("!") ? One()?.Negated() : Take("(") ? Closed(AnyOf()) : Comparison();
        _depth--;
        return term;
    }

    private ConditionTerm? Closed(ConditionTerm? inner) =>
        inner is null || Take(")") ? inner : Fail("&&, || or )");

    private ConditionTerm? Comparison()
    {
        ConditionToken begin = _next;
        ConditionOperand? left = Operand();
        string sign = _next.Text;
        if (left is null)
        {
            return null;
        }

        if (!_next.IsComparison)
        {
            return Fail("one of < <= > >= == !=");
        }

        Advance();
        ConditionOperand? right = Operand();
        if (right is not null && left.Fact is null && right.Fact is null)
        {
            _problem ??= new ConditionProblem(
                begin.Position, "a fact of the firm on one side of the comparison", "a number or statistic on both");
        }

        return right is null || _problem is not null ? null : new ConditionComparison(left, sign, right);
    }

    private ConditionOperand? Operand()
    {
        ConditionToken token = _next;
        ConditionOperand? operand = token.IsEnd ? null : token.IsNumber ? Number(token.Text) : ConditionOperand.Of(token.Text);
        if (operand is null)
        {
            Fail(token.IsNumber
                ? "a number such as 50 or 0.25"
                : $"a number, a fact ({string.Join(", ", FirmFacts.All)}), median, mean or p10 to p90");
            return null;
        }

        Advance();
        return operand;
    }

    private static ConditionOperand? Number(string digits) =>
        double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? ConditionOperand.Of(number)
            : null;

    private static JoinedTerms? Join(ConditionTerm? left, ConditionTerm? right, bool both) =>
        left is null || right is null ? null : new JoinedTerms(left, right, both);

    private bool Take(string sign)
    {
        bool taken = _next.Text == sign;
        if (taken)
        {
            Advance();
        }

        return taken;
    }

    private void Advance() => Advance(_next.Position - 1 + _next.Text.Length);

    private void Advance(int from) => _next = ConditionToken.Next(text, from);

    private ConditionTerm? Fail(string expected)
    {
        _problem ??= new ConditionProblem(_next.Position, expected, _next.Found);
        return null;
    }

    private static string Invariant(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
