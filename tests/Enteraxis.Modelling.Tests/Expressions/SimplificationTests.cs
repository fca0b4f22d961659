using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Tests.Expressions;

public sealed class SimplificationTests
{
    private readonly ExpressionGraph _g = new();

    private Expr X => _g.State(0);

    [Fact]
    public void Equal_expressions_share_one_handle()
    {
        Expr first = _g.Add(_g.Multiply(X, _g.Parameter(0)), _g.Time);
        Expr second = _g.Add(_g.Time, _g.Multiply(_g.Parameter(0), X));
        Assert.Equal(first, second);
        Assert.NotEqual(_g.Subtract(X, _g.Time), _g.Subtract(_g.Time, X));
    }

    [Fact]
    public void Neutral_elements_vanish()
    {
        Assert.Equal(X, _g.Add(X, _g.Zero));
        Assert.Equal(X, _g.Multiply(_g.One, X));
        Assert.Equal(_g.Zero, _g.Multiply(X, _g.Zero));
        Assert.Equal(X, _g.Power(X, _g.One));
        Assert.Equal(X, _g.Negate(_g.Negate(X)));
        Assert.Equal(_g.Zero, _g.Subtract(X, X));
        Assert.Equal(X, _g.If(_g.One, X, _g.Time));
    }

    [Fact]
    public void Constants_fold() => Assert.Equal(8, _g.ConstantValue(_g.Power(_g.Constant(2), _g.Constant(3))));

    [Fact]
    public void Two_draws_of_one_law_stay_two() =>
        Assert.NotEqual(_g.Draw(Operator.DrawUniform, 0, _g.Zero, _g.One), _g.Draw(Operator.DrawUniform, 1, _g.Zero, _g.One));

    [Fact]
    public void Wrong_numbers_of_arguments_are_refused() => Assert.Throws<ArgumentException>(() => _g.Make(Operator.Add, X));

    [Fact]
    public void A_deep_chain_needs_no_deep_stack()
    {
        Expr e = X;
        for (int i = 0; i < 100_000; i++) e = _g.Add(_g.Make(Operator.Sin, e), _g.Time);
        Assert.NotEqual(_g.Zero, Derivative.Of(_g, e, X));
        Assert.True(Dependencies.Of(_g, e).Time);
    }
}
